import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectFirst, selectRows } from "#lib/select.ts";

const MAX_RELATED = 10;

// Written by `finishDeliveries` and `postpone`; an older row may hold neither.
const detailColumn = z
  .object({
    issues: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
    error: z.string().nullable().default(null),
  })
  .nullable()
  .transform((detail) => detail ?? { issues: [], error: null });

const traceRow = z.object({
  detail: detailColumn,
  bodyHash: z.string(),
  sentAt: instant,
  derivation: z.string(),
  secretHint: z.string().nullable(),
  endpointName: z.string().nullable(),
  nextAttemptAt: instant.nullable(),
  removed: z
    .array(z.string())
    .nullable()
    .transform((names) => names ?? []),
});

const relatedRow = z.object({ id: z.string(), state: z.string(), receivedAt: instant });

/** What only the page of one delivery shows: why it failed, how it was signed, its namesakes. */
export type DeliveryTrace = z.output<typeof traceRow> & {
  /** Other deliveries of the same event, oldest first. */
  related: z.output<typeof relatedRow>[];
};

/** The trace of a delivery; null when there is no such delivery. */
export async function getDeliveryTrace(
  workspaceId: string,
  id: string,
): Promise<DeliveryTrace | null> {
  const trace = await selectFirst(
    traceRow,
    Prisma.sql`
      SELECT d.detail, d.removed, d."bodyHash", d."sentAt", d.derivation, s.hint AS "secretHint",
        e.name AS "endpointName", q."availableAt" AS "nextAttemptAt"
      FROM delivery d
      LEFT JOIN webhook_secret s ON s."workspaceId" = d."workspaceId" AND s.id = d."secretId"
      LEFT JOIN webhook_endpoint e ON e."workspaceId" = d."workspaceId" AND e.id = d."endpointId"
      LEFT JOIN delivery_queue q ON q."workspaceId" = d."workspaceId" AND q."deliveryId" = d.id
      WHERE d."workspaceId" = ${workspaceId} AND d.id = ${id}`,
  );
  if (!trace) return null;
  const related = await selectRows(
    relatedRow,
    Prisma.sql`
      SELECT o.id, o.state, o."receivedAt" FROM delivery d
      JOIN delivery o ON o."workspaceId" = d."workspaceId" AND o."eventId" = d."eventId" AND o.id <> d.id
      WHERE d."workspaceId" = ${workspaceId} AND d.id = ${id}
      ORDER BY o."receivedAt", o.id LIMIT ${MAX_RELATED}`,
  );
  return { ...trace, related };
}
