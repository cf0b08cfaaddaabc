import { z } from "zod";
import { instant, whole } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";

const MAX_ROWS = 500;
// Deliveries of unknown types are counted over the latest ones only, so that the page stays quick.
const TYPES_LOOK_BACK = 10_000;

const driftRow = z.object({
  /** `type`: no such event type; `field`: no such field; `word`: not in a closed list (`path=word`). */
  kind: z.enum(["type", "field", "word"]),
  type: z.string(),
  path: z.string().nullable(),
  count: whole,
  firstSeenAt: instant,
  lastSeenAt: instant,
  /** The latest delivery that held it. */
  deliveryId: z.string(),
});

/** Something that came in and that our schemas do not know. */
export type DriftRow = z.output<typeof driftRow>;

/** What senders sent beyond our schemas: unknown event types, fields and words, latest first. */
export async function listDrift(workspaceId: string): Promise<DriftRow[]> {
  return selectRows(
    driftRow,
    Prisma.sql`
      WITH strangers AS (
        SELECT coalesce(type, '') AS type, id, "receivedAt" FROM delivery
        WHERE "workspaceId" = ${workspaceId} AND state = 'ignored' AND reason = 'unknown_type'
        ORDER BY id DESC LIMIT ${TYPES_LOOK_BACK}
      ), everything AS (
        SELECT 'type' AS kind, type, NULL AS path, count(*) AS count, min("receivedAt") AS "firstSeenAt",
          max("receivedAt") AS "lastSeenAt", max(id) AS "deliveryId"
        FROM strangers GROUP BY type
        UNION ALL
        SELECT CASE WHEN position('=' in path) > 0 THEN 'word' ELSE 'field' END, type, path, count,
          "firstSeenAt", "lastSeenAt", "deliveryId"
        FROM drift WHERE "workspaceId" = ${workspaceId}
      )
      SELECT * FROM everything ORDER BY "lastSeenAt" DESC, type, path NULLS FIRST LIMIT ${MAX_ROWS}`,
  );
}
