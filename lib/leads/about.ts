import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import type { Sql } from "#lib/db/sql.ts";
import { FoyerError } from "#lib/errors.ts";

const id = z.string().min(1).max(64);

/** What a note or a task is about. */
export const about = z.union([
  z.strictObject({ visitorId: id }),
  z.strictObject({ companyId: id }),
]);

export type About = z.output<typeof about>;

/** The two columns of it. */
export function aboutColumns(of: About): { visitorId: string | null; companyId: string | null } {
  return "visitorId" in of
    ? { visitorId: of.visitorId, companyId: null }
    : { visitorId: null, companyId: of.companyId };
}

const subject = z.object({ name: z.string(), slug: z.string() });

/** What it is called and where its page is. */
export interface Subject {
  name: string;
  path: string;
}

/**
 * The visitor or company, locked until the transaction's end so that what is written on it now is not
 * lost when it is replaced; `not_found` when there is none.
 */
export async function requireSubject(
  workspaceId: string,
  of: About,
  tx: Sql = sql(),
): Promise<Subject> {
  const isVisitor = "visitorId" in of;
  const id = isVisitor ? of.visitorId : of.companyId;
  const [row] = await tx.query(
    isVisitor
      ? `SELECT coalesce(s."fullName", s."primaryEmail", 'a visitor') AS name, w.slug FROM visitor s
         JOIN workspace w ON w.id = s."workspaceId"
         WHERE s."workspaceId" = $1 AND s.id = $2 FOR KEY SHARE OF s`
      : `SELECT coalesce(s.name, s.domain, 'a company') AS name, w.slug FROM company s
         JOIN workspace w ON w.id = s."workspaceId"
         WHERE s."workspaceId" = $1 AND s.id = $2 FOR KEY SHARE OF s`,
    [workspaceId, id],
  );
  if (!row) {
    const what = isVisitor ? "visitor" : "company";
    throw new FoyerError("not_found", `This ${what} is no more. Load the page again.`);
  }
  const { name, slug } = subject.parse(row);
  return { name, path: `/${slug}/${isVisitor ? "visitors" : "companies"}/${id}` };
}
