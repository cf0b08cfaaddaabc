import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";

const { sql } = Prisma;
const text = z.string().nullable();

/** Something that was said of an e-mail of a visitor: a validation result, or an event that names it. */
export const emailSaying = z.object({
  /** The result's word and error; null for an event that only names the address. */
  result: text,
  eventId: z.string(),
  type: text,
  provider: text,
  at: instant,
});

export type EmailSaying = z.output<typeof emailSaying>;

const SHOWN = 6;

/** Where an e-mail of a visitor comes from, and every distinct result of checking it, latest first. */
export function listEmailSayings(
  workspaceId: string,
  visitorId: string,
  email: string,
): Promise<EmailSaying[]> {
  return selectRows(
    emailSaying,
    sql`(SELECT concat_ws(', ', coalesce(ev.validity, 'no result'), ev."errorCode", ev."errorMessage") AS result,
          ev."lastEventId" AS "eventId",
          (SELECT min(e.type) FROM event e WHERE e."workspaceId" = ev."workspaceId" AND e."eventId" = ev."lastEventId") AS type,
          ev.provider, ev."lastAt" AS at
        FROM email_validation ev WHERE ev."workspaceId" = ${workspaceId} AND ev.email = ${email}
        ORDER BY ev.validity IS NULL, ev."lastAt" DESC LIMIT ${SHOWN})
      UNION ALL
      (SELECT NULL, e."eventId", e.type, NULL, e."occurredAt"
        FROM event_email m JOIN event e ON e."workspaceId" = m."workspaceId" AND e."eventId" = m."eventId"
          AND e.hash = m.hash AND e."visitorId" = ${visitorId}
        WHERE m."workspaceId" = ${workspaceId} AND m.email = ${email}
        ORDER BY e."occurredAt", e."eventId" LIMIT 1)`,
  );
}
