import { sql } from "#lib/db/client.ts";
import { canonicalJson } from "#lib/json.ts";

/** The projected tables and what of them depends on arrival alone. */
const PROJECTED: Record<string, string[]> = {
  event: ["deliveryId"],
  event_email: [],
  visitor: [],
  visitor_email: [],
  email_validation: [],
  stage_reached: [],
  session: [],
  page_view: [],
  device: [],
  company: [],
  company_history: [],
  employment: [],
};

/** Every row of every projected table of a workspace, in a canonical form: equal tables, equal value. */
export async function dumpTables(workspaceId: string): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {};
  for (const [table, arrival] of Object.entries(PROJECTED)) {
    const rows = await sql().query(
      `SELECT to_jsonb(t) AS row FROM ${table} t WHERE "workspaceId" = $1`,
      [workspaceId],
    );
    dump[table] = rows
      .map(({ row }) => {
        const cells = Object.entries(row as object).filter(
          ([name]) => name !== "workspaceId" && !arrival.includes(name),
        );
        return canonicalJson(Object.fromEntries(cells)).replaceAll(workspaceId, "");
      })
      .sort();
  }
  return dump;
}
