import { companyIdOf } from "#lib/companies/store-companies.ts";
import type { Sql } from "#lib/db/sql.ts";
import { upsertRows } from "#lib/db/upsert.ts";
import type { Facts } from "#lib/facts.ts";
import { positionsOf } from "#lib/visitors/profile.ts";

const EMPLOYMENT = {
  table: "employment",
  key: ["visitorId", "kind", "position"],
  columns: {
    visitorId: "text",
    kind: "text",
    position: "int",
    companyId: "text",
    companyName: "text",
    title: "text",
    location: "text",
    description: "text",
    startDate: "text",
    endDate: "text",
    isCurrent: "boolean",
  },
};

/** Replaces the positions of visitors by those in their facts. */
export async function replaceEmployments(
  sql: Sql,
  workspaceId: string,
  visitors: readonly { id: string; facts: Facts }[],
): Promise<void> {
  await sql.run(
    `DELETE FROM employment WHERE "workspaceId" = $1 AND "visitorId" = ANY($2::text[])`,
    [workspaceId, visitors.map((visitor) => visitor.id)],
  );
  const rows = visitors.flatMap(({ id, facts }) =>
    (["employments", "experience"] as const).flatMap((field) =>
      positionsOf(facts, field).map((one, position) => ({
        visitorId: id,
        kind: field === "employments" ? "employment" : "experience",
        position,
        companyId: one.company?.key ? companyIdOf(workspaceId, one.company.key) : null,
        companyName: one.company?.name ?? one.company?.domain ?? "",
        title: one.title,
        location: one.location ?? null,
        description: one.description ?? null,
        startDate: one.startDate ?? null,
        endDate: one.endDate ?? null,
        isCurrent: field === "employments" && !one.endDate,
      })),
    ),
  );
  await upsertRows(sql, EMPLOYMENT, workspaceId, rows);
}
