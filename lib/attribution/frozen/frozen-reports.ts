import { z } from "zod";
import { getAttribution } from "#lib/attribution/report.ts";
import { type numbersSchema, reportSchema } from "#lib/attribution/report-schema.ts";
import { joinKeys, type RowKey, rowKey } from "#lib/attribution/row-key.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { attributionParams } from "#lib/attribution/search-params.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { newTimeId } from "#lib/ids.ts";

const frozenQuery = attributionParams
  .extend({ lookbackDays: z.number() })
  .required({ from: true, to: true, timezone: true });

type Numbers = z.output<typeof numbersSchema>;

/** Keeps what a report reads now under a name, and returns its id. */
export async function freezeReport(
  workspaceId: string,
  userId: string | null,
  name: string,
  query: AttributionQuery,
): Promise<string> {
  const report = await getAttribution(workspaceId, query);
  const id = newTimeId("frz", now());
  await db().frozenReport.create({
    data: {
      ...{ workspaceId, id, name, createdById: userId },
      query: { ...query },
      report: reportSchema.parse(report),
    },
  });
  return id;
}

/** A row as it was reported and as it reads now; null where it was or is none. */
export interface ReportDifference extends RowKey {
  before: Numbers | null;
  after: Numbers | null;
}

/** A frozen report held against the same question asked now; null when there is none of this id. */
export async function compareFrozen(workspaceId: string, id: string) {
  const found = await db().frozenReport.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
  });
  if (!found) return null;
  const query: AttributionQuery = frozenQuery.parse(found.query);
  const before = reportSchema.parse(found.report);
  const after = await getAttribution(workspaceId, query);
  const numbersOf = (rows: readonly (RowKey & Numbers)[]) =>
    new Map(
      rows.map(({ key, secondKey = null, ...rest }) => [joinKeys(query, key, secondKey), rest]),
    );
  const [was, is] = [numbersOf(before.rows), numbersOf(after.rows)];
  const rows: ReportDifference[] = [...new Set([...was.keys(), ...is.keys()])].map((key) => ({
    ...rowKey(query, key),
    before: was.get(key) ?? null,
    after: is.get(key) ?? null,
  }));
  return {
    ...{ id, name: found.name, createdAt: found.createdAt, query, rows },
    total: { before: before.total, after: after.total },
  };
}

/** Takes a frozen report away; false when there is none of this id. */
export async function removeFrozen(workspaceId: string, id: string): Promise<boolean> {
  const { count } = await db().frozenReport.deleteMany({ where: { workspaceId, id } });
  return count > 0;
}

/** The latest frozen reports. */
export async function listFrozen(workspaceId: string, take = 20) {
  const rows = await db().frozenReport.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take,
    select: { id: true, name: true, createdAt: true, query: true },
  });
  return rows.map(({ query, ...row }) => ({ ...row, query: frozenQuery.parse(query) }));
}
