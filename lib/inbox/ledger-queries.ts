import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { type CappedCount, countCapped } from "#lib/count-capped.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { firstTimeId } from "#lib/ids.ts";
import {
  DELIVERY_STATES,
  type DeliveryFilters,
  type DeliveryListParams,
} from "#lib/inbox/delivery-params.ts";
import { decodeCursor, encodeCursor, type Page, pageOf } from "#lib/keyset.ts";
import { endOf, startOf } from "#lib/list-params.ts";
import { selectFirst, selectRows } from "#lib/select.ts";

const { sql } = Prisma;

/** One delivery and its fate. */
export const deliveryRow = z
  .object({
    id: z.string(),
    webhookId: z.string(),
    eventId: z.string().nullable(),
    type: z.string().nullable(),
    endpointId: z.string(),
    state: z.enum(DELIVERY_STATES),
    reason: z.string().nullable(),
    conflict: z.boolean(),
    receivedAt: instant,
    occurredAt: instant.nullable(),
    projectedAt: instant.nullable(),
    attempts: z.int(),
    bytes: z.int(),
  })
  .meta({ id: "Delivery" });

export type DeliveryRow = z.output<typeof deliveryRow>;

const columns = sql`d.id, d."webhookId", d."eventId", d.type, d."endpointId", d.state, d.reason, d.conflict,
  d."receivedAt", d."occurredAt", d."projectedAt", d.attempts, d.bytes`;

const NEWEST_FIRST = "-receivedAt";
const cursorKey = z.tuple([z.string()]);

/** One page of the ledger, newest first. Throws `invalid_request` on a wrong cursor. */
export async function listDeliveries(
  workspaceId: string,
  params: DeliveryListParams,
): Promise<Page<DeliveryRow>> {
  const where = conditions(workspaceId, params);
  const [lastId] = decodeCursor(params.cursor, NEWEST_FIRST, cursorKey) ?? [];
  if (lastId !== undefined) where.push(sql`d.id < ${lastId}`);
  const rows = await selectRows(
    deliveryRow,
    // An id begins with the time of receipt, so the primary key alone gives this order.
    sql`SELECT ${columns} FROM delivery d WHERE ${Prisma.join(where, " AND ")}
      ORDER BY d.id DESC LIMIT ${params.limit + 1}`,
  );
  return pageOf(rows, params.limit, ({ id }) => encodeCursor(NEWEST_FIRST, [id]));
}

/** How many deliveries match, up to the cap. */
export async function countDeliveries(
  workspaceId: string,
  filters: DeliveryFilters,
): Promise<CappedCount> {
  const where = Prisma.join(conditions(workspaceId, filters), " AND ");
  return countCapped(sql`FROM delivery d WHERE ${where}`);
}

/** One delivery; null when there is none. */
export async function getDelivery(workspaceId: string, id: string): Promise<DeliveryRow | null> {
  return selectFirst(
    deliveryRow,
    sql`SELECT ${columns} FROM delivery d WHERE d."workspaceId" = ${workspaceId} AND d.id = ${id}`,
  );
}

/** The raw bytes of a delivery, for admins; null when there is none or its body was pruned. */
export async function getDeliveryPayload(
  workspaceId: string,
  id: string,
): Promise<Uint8Array | null> {
  const found = await selectFirst(
    z.object({ body: z.instanceof(Uint8Array) }),
    sql`SELECT b.body FROM delivery_body b WHERE b."workspaceId" = ${workspaceId} AND b."deliveryId" = ${id}`,
  );
  return found?.body ?? null;
}

function conditions(workspaceId: string, filters: DeliveryFilters): Prisma.Sql[] {
  const all = [sql`d."workspaceId" = ${workspaceId}`];
  const { state, type, id, endpoint, from, to } = filters;
  if (state) all.push(sql`d.state = ${state}`);
  // Few are pending or waiting for another try among very many: the queue knows which.
  if (state === "pending") {
    all.push(
      sql`d.id IN (SELECT "deliveryId" FROM delivery_queue WHERE "workspaceId" = ${workspaceId})`,
    );
  }
  if (type) all.push(sql`d.type = ${type}`);
  if (id) all.push(sql`(d.id = ${id} OR d."eventId" = ${id} OR d."webhookId" = ${id})`);
  if (endpoint) all.push(sql`d."endpointId" = ${endpoint}`);
  if (from) all.push(sql`d.id >= ${firstTimeId("del", Date.parse(startOf(from)))}`);
  if (to) all.push(sql`d.id < ${firstTimeId("del", Date.parse(endOf(to)))}`);
  return all;
}
