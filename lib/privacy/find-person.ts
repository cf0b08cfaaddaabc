import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { linkedinVisitorKey } from "#lib/identity/evidence.ts";
import type { PrivacySubject } from "#lib/privacy/privacy-subject.ts";
import { visitorIdOf } from "#lib/visitors/project-visitors.ts";
import { resolveVisitorId } from "#lib/visitors/resolve-visitor-id.ts";

const carrierRow = z.object({ visitorId: z.string() });

/**
 * The visitor who is meant; null where nobody is known by that. An address that several visitors carry
 * names none of them: `conflict`, with their ids.
 */
export async function findPerson(
  workspaceId: string,
  { email, linkedinUrl, visitorId }: PrivacySubject,
): Promise<string | null> {
  if (visitorId !== undefined) return resolveVisitorId(workspaceId, visitorId);
  if (linkedinUrl !== undefined) {
    const id = visitorIdOf(workspaceId, linkedinVisitorKey(linkedinUrl));
    return resolveVisitorId(workspaceId, id);
  }
  // visitor_email_workspaceId_email_idx.
  const rows = await sql().query(
    `SELECT DISTINCT "visitorId" FROM visitor_email WHERE "workspaceId" = $1 AND "email" = $2
     ORDER BY "visitorId" LIMIT 20`,
    [workspaceId, email],
  );
  const visitorIds = rows.map((row) => carrierRow.parse(row).visitorId);
  if (visitorIds.length > 1) {
    throw new FoyerError(
      "conflict",
      `Several visitors carry this address. Say which one is meant by its id: ${visitorIds.join(", ")}.`,
      { visitorIds },
    );
  }
  return visitorIds[0] ?? null;
}
