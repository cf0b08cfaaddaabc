import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";
import { compareEmails } from "#lib/visitors/primary-email.ts";
import type { VisitorEmail } from "#lib/visitors/visitor-profile.ts";

const row = z.object({
  email: z.string(),
  type: z.string().nullable(),
  lastAt: z.date(),
  validity: z.string().nullable(),
  provider: z.string().nullable(),
  validatedAt: instant.nullable(),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
});

/**
 * The e-mails of a visitor, the one to use first (see primary-email.ts). Each has its latest result with a
 * word; a report without one never erases it.
 */
export async function listEmails(workspaceId: string, visitorId: string): Promise<VisitorEmail[]> {
  const rows = await selectRows(
    row,
    Prisma.sql`SELECT ve.email, ve.type, ve."lastAt", r.validity, r.provider, r."lastAt" AS "validatedAt",
        r."errorCode", r."errorMessage"
      FROM visitor_email ve
      LEFT JOIN LATERAL (
        SELECT * FROM email_validation ev
        WHERE ev."workspaceId" = ve."workspaceId" AND ev.email = ve.email
        ORDER BY ev.validity IS NULL, ev."lastAt" DESC, ev."lastEventId" COLLATE "C" DESC, ev."lastHash" DESC LIMIT 1
      ) r ON true
      WHERE ve."workspaceId" = ${workspaceId} AND ve."visitorId" = ${visitorId}`,
  );
  return rows.sort(compareEmails).map(present);
}

function present(found: z.output<typeof row>): VisitorEmail {
  const { email, type, validity, provider, validatedAt, errorCode, errorMessage } = found;
  const error = errorCode || errorMessage ? { code: errorCode, message: errorMessage } : null;
  return { value: email, type, validity, provider, validatedAt, error };
}
