import { z } from "zod";
import { recordAudit } from "#lib/audit/record.ts";
import { type CappedCount, countCapped } from "#lib/count-capped.ts";
import { sql } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { holdProjection } from "#lib/db/hold-projection.ts";
import { FoyerError } from "#lib/errors.ts";
import { normalEmail } from "#lib/identity/email.ts";
import { canonicalLinkedin } from "#lib/identity/linkedin.ts";
import { findPerson } from "./find-person.ts";
import { findSuppression, suppress, unsuppress } from "./suppression.ts";

/** An e-mail or a LinkedIn URL in its canonical form. */
export type SuppressedValue = { kind: "email" | "linkedin"; value: string };

/** What somebody typed; `invalid_request` where it is neither an e-mail nor a LinkedIn profile. */
export function parseSuppressed(text: string): SuppressedValue {
  const linkedin = /linkedin\.com/i.test(text) ? canonicalLinkedin(text) : null;
  if (linkedin) return { kind: "linkedin", value: linkedin };
  const email = normalEmail(text);
  if (email) return { kind: "email", value: email };
  throw new FoyerError(
    "invalid_request",
    "This is neither an e-mail address nor a LinkedIn profile.",
  );
}

const keysOf = ({ kind, value }: SuppressedValue) => ({
  emails: kind === "email" ? [value] : [],
  linkedins: kind === "linkedin" ? [value] : [],
  sids: [],
});

/** How many keys are suppressed; sessions of erased people are among them. */
export function countSuppressions(workspaceId: string): Promise<CappedCount> {
  return countCapped(Prisma.sql`FROM suppression s WHERE s."workspaceId" = ${workspaceId}`);
}

/** Since when a value is suppressed; null where it is not. */
export function lookUpSuppression(
  workspaceId: string,
  asked: SuppressedValue,
): Promise<Date | null> {
  return findSuppression(sql(), workspaceId, keysOf(asked));
}

/**
 * Keeps somebody out who was never here. Throws `conflict` where a visitor is known by the value: erasing
 * that one suppresses all that they are known by.
 */
export async function addSuppression(
  workspaceId: string,
  actorId: string,
  asked: SuppressedValue,
): Promise<void> {
  const { kind, value } = asked;
  const subject = kind === "email" ? { email: value } : { linkedinUrl: value };
  const visitorId = await findPerson(workspaceId, subject);
  if (visitorId !== null) {
    const message =
      "A visitor is known by this. Erase them on their page: that keeps them out as well.";
    throw new FoyerError("conflict", message, { visitorId });
  }
  const added = await sql().transaction(async (tx) => {
    await holdProjection(tx, workspaceId);
    return suppress(tx, workspaceId, actorId, keysOf(asked));
  });
  if (added === 0) throw new FoyerError("conflict", "This is on the list already.");
  await recordAudit(workspaceId, actorId, "privacy.suppressed", null, { kind });
}

/** Lets somebody in again. */
export async function removeSuppression(
  workspaceId: string,
  actorId: string,
  asked: SuppressedValue,
): Promise<void> {
  if (!(await unsuppress(sql(), workspaceId, keysOf(asked)))) {
    throw new FoyerError("not_found", "This is not on the list.");
  }
  await recordAudit(workspaceId, actorId, "privacy.unsuppressed", null, { kind: asked.kind });
}

export const suppressedValue = z
  .string()
  .trim()
  .min(1, "Give an e-mail address or a LinkedIn profile.")
  .max(500);
