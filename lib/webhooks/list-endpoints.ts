import { z } from "zod";
import { now } from "#lib/clock.ts";
import { instant, whole } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { firstTimeId } from "#lib/ids.ts";
import { selectRows } from "#lib/select.ts";

const DAY_MS = 86_400_000;

const secretRow = z.object({
  id: z.string(),
  hint: z.string(),
  createdAt: instant,
  expiresAt: instant.nullable(),
  revokedAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  lastDerivation: z.string().nullable(),
  state: z.enum(["live", "expiring", "expired", "revoked"]),
});

const endpointRow = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: instant,
  disabledAt: instant.nullable(),
  lastReceivedAt: instant.nullable(),
  /** Deliveries of the last 24 hours by state. */
  recent: z.record(z.string(), whole),
  secrets: z.array(secretRow),
});

/** A secret of an endpoint: never its text. `state` is by the database's clock. */
export type SecretInfo = z.output<typeof secretRow>;

/** An endpoint with its secrets, newest first, and what came in lately. */
export type EndpointInfo = z.output<typeof endpointRow>;

/**
 * The endpoints of a workspace, oldest first. `lastReceivedAt` is exact for the last 24 hours and
 * within a minute before that (it is then the last use of a secret, which costs no scan of the ledger).
 */
export async function listEndpoints(workspaceId: string): Promise<EndpointInfo[]> {
  return selectRows(
    endpointRow,
    Prisma.sql`
      WITH counted AS (
        SELECT "endpointId", state, count(*) AS count, max("receivedAt") AS last
        FROM delivery
        WHERE "workspaceId" = ${workspaceId} AND id >= ${firstTimeId("del", now() - DAY_MS)}
        GROUP BY "endpointId", state
      ), recent AS (
        SELECT "endpointId", jsonb_object_agg(state, count) AS states, max(last) AS last
        FROM counted GROUP BY "endpointId"
      ), secrets AS (
        SELECT "endpointId", max("lastUsedAt") AS last,
          jsonb_agg(jsonb_build_object('id', id, 'hint', hint, 'lastDerivation', "lastDerivation",
            'createdAt', ${iso(Prisma.sql`"createdAt"`)}, 'expiresAt', ${iso(Prisma.sql`"expiresAt"`)},
            'revokedAt', ${iso(Prisma.sql`"revokedAt"`)}, 'lastUsedAt', ${iso(Prisma.sql`"lastUsedAt"`)},
            'state', CASE WHEN "revokedAt" IS NOT NULL THEN 'revoked' WHEN "expiresAt" IS NULL THEN 'live'
              WHEN "expiresAt" > now() THEN 'expiring' ELSE 'expired' END)
            ORDER BY "createdAt" DESC, id DESC) AS list
        FROM webhook_secret WHERE "workspaceId" = ${workspaceId} GROUP BY "endpointId"
      )
      SELECT e.id, e.name, e."createdAt", e."disabledAt", coalesce(r.last, s.last) AS "lastReceivedAt",
        coalesce(r.states, '{}') AS recent, coalesce(s.list, '[]') AS secrets
      FROM webhook_endpoint e
      LEFT JOIN recent r ON r."endpointId" = e.id
      LEFT JOIN secrets s ON s."endpointId" = e.id
      WHERE e."workspaceId" = ${workspaceId}
      ORDER BY e."createdAt", e.id`,
  );
}

const endpointName = z.object({ id: z.string(), name: z.string() });

/** Ids and names alone, for filters and links. */
export async function listEndpointNames(workspaceId: string) {
  return selectRows(
    endpointName,
    Prisma.sql`SELECT id, name FROM webhook_endpoint WHERE "workspaceId" = ${workspaceId}
      ORDER BY "createdAt", id`,
  );
}

/** A timestamp inside of jsonb in the form that `instant` takes. */
function iso(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
