import { companyIdOf } from "#lib/companies/store-companies.ts";
import { holdProjection } from "#lib/db/hold-projection.ts";
import type { Engine } from "#lib/db/sql.ts";
import { projectEvents } from "#lib/inbox/project.ts";
import type { Template } from "./templates.ts";

const AT_ONCE = 400;

/** Projects events into a workspace, by the projection itself and past the ledger. */
export async function projectTemplates(
  engine: Engine,
  workspaceId: string,
  templates: readonly Template[],
): Promise<void> {
  const all = templates
    .flat()
    .map((contribution) => ({ deliveryId: `del_${contribution.eventId}`, contribution }));
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const batch = all.slice(at, at + AT_ONCE);
    await engine.transaction(async (tx) => {
      await holdProjection(tx, workspaceId);
      return projectEvents(tx, workspaceId, batch);
    });
  }
}

/** Notes which templates name which companies: a copy of the company stands where a copy names it. */
export async function noteCompanies(
  engine: Engine,
  workspaceId: string,
  templates: readonly Template[],
): Promise<void> {
  const named = templates
    .flat()
    .flatMap(({ eventId, companies }) =>
      companies.map(({ key }) => ({ eventId, company: companyIdOf(workspaceId, key) })),
    );
  await engine.query("CREATE SCHEMA IF NOT EXISTS bench");
  await engine.query("DROP TABLE IF EXISTS bench.company_named");
  await engine.query("CREATE TABLE bench.company_named (template text, company text)");
  await engine.query(
    `INSERT INTO bench.company_named
     SELECT DISTINCT e."visitorId", x.company
     FROM jsonb_to_recordset($2::text::jsonb) AS x("eventId" text, company text)
     JOIN event e ON e."workspaceId" = $1 AND e."eventId" = x."eventId"`,
    [workspaceId, JSON.stringify(named)],
  );
  await engine.query("ANALYZE");
}
