import { Prisma } from "#lib/db/generated/client.ts";
import { csvSource, type ExportSource } from "#lib/export/csv-source.ts";
import { visitorColumns, visitorJoin } from "#lib/export/visitor-columns.ts";
import type { VisitorListParams } from "#lib/visitors/search-params.ts";
import { visitorSorts } from "#lib/visitors/visitor-sort.ts";
import { resolveScope, visitorConditions } from "#lib/visitors/visitor-where.ts";

const { sql } = Prisma;

export interface VisitorExport {
  /** Filters and sort of the list. */
  params: Pick<VisitorListParams, "sort"> & Omit<VisitorListParams, "limit" | "cursor">;
  /** These alone, when they were chosen by hand. */
  ids: readonly string[] | null;
  columns: readonly string[];
  withInvalid: boolean;
}

/** Visitors as a CSV: the rows of a list in its order, with its columns. */
export async function visitorExport(
  workspaceId: string,
  { params, ids, columns, withInvalid }: VisitorExport,
): Promise<ExportSource> {
  const where = [
    ...visitorConditions(workspaceId, await resolveScope(workspaceId, params)),
    ...(ids ? [sql`v.id = ANY(${ids}::text[])`] : []),
  ];
  return csvSource({
    ids: sql`SELECT v.id, count(*) OVER () AS total FROM visitor v
      WHERE ${Prisma.join(where, " AND ")} ORDER BY ${visitorSorts[params.sort].order}`,
    join: visitorJoin(workspaceId),
    columns: visitorColumns(workspaceId, columns, withInvalid),
  });
}
