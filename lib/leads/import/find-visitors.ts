import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { linkedinVisitorKey } from "#lib/identity/evidence.ts";
import type { ImportKey } from "#lib/leads/import/read-import-row.ts";
import { selectRows } from "#lib/select.ts";
import { visitorIdOf } from "#lib/visitors/project-visitors.ts";
import { resolveVisitorIds } from "#lib/visitors/resolve-visitor-id.ts";

const { sql } = Prisma;
const found = z.object({ value: z.string(), visitorId: z.string() });

/** The text by which `findVisitors` answers for a key. */
export function keyText({ kind, value }: ImportKey): string {
  return `${kind} ${value}`;
}

/**
 * The visitors of many keys at once. An old id leads to the visitor of today; of several who carry an
 * e-mail, the one with the latest evidence for it is meant.
 */
export async function findVisitors(
  workspaceId: string,
  keys: readonly ImportKey[],
): Promise<Map<string, string>> {
  const idOf = ({ kind, value }: ImportKey) =>
    kind === "linkedin" ? visitorIdOf(workspaceId, linkedinVisitorKey(value)) : value;
  const byId = keys.filter(({ kind }) => kind !== "email");
  const ids = byId.map(idOf);
  const emails = keys.filter(({ kind }) => kind === "email").map(({ value }) => value);
  const [visitors, carriers] = await Promise.all([
    resolveVisitorIds(workspaceId, ids),
    carriersOf(workspaceId, emails),
  ]);
  return new Map([
    ...carriers.map((row) => [`email ${row.value}`, row.visitorId] as const),
    ...byId.flatMap((key) => {
      const visitorId = visitors.get(idOf(key));
      return visitorId ? [[keyText(key), visitorId] as const] : [];
    }),
  ]);
}

// visitor_email_workspaceId_email_idx
function carriersOf(workspaceId: string, emails: readonly string[]) {
  return selectRows(
    found,
    sql`SELECT DISTINCT ON (e.email) e.email AS value, e."visitorId" FROM visitor_email e
      JOIN visitor v ON v."workspaceId" = e."workspaceId" AND v.id = e."visitorId"
      WHERE e."workspaceId" = ${workspaceId} AND e.email = ANY(${emails}::text[])
      ORDER BY e.email, e."lastAt" DESC, e."visitorId"`,
  );
}
