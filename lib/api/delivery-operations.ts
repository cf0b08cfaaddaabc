import { defineOperation, idParams, listOf } from "#lib/api/operation.ts";
import { deliveryListParams } from "#lib/inbox/delivery-params.ts";
import { deliveryRow, getDelivery, listDeliveries } from "#lib/inbox/ledger-queries.ts";
import { replayDelivery } from "#lib/inbox/replay.ts";

export const listDeliveriesOperation = defineOperation({
  id: "listDeliveries",
  method: "GET",
  path: "/deliveries",
  tag: "delivery",
  scope: "deliveries:read",
  summary: "The ledger of webhook messages, newest first",
  query: deliveryListParams,
  response: listOf(deliveryRow),
  async handler({ workspaceId, query }) {
    const { rows, nextCursor } = await listDeliveries(workspaceId, query);
    return { data: rows, nextCursor };
  },
});

export const getDeliveryOperation = defineOperation({
  id: "getDelivery",
  method: "GET",
  path: "/deliveries/{id}",
  tag: "delivery",
  scope: "deliveries:read",
  summary: "One webhook message and its fate",
  params: idParams,
  response: deliveryRow,
  handler: ({ workspaceId, params }) => getDelivery(workspaceId, params.id),
});

export const replayDeliveryOperation = defineOperation({
  id: "replayDelivery",
  method: "POST",
  path: "/deliveries/{id}/replay",
  tag: "delivery",
  scope: "deliveries:write",
  summary: "Projects a webhook message again; answers with its state after that",
  params: idParams,
  response: deliveryRow,
  async handler({ workspaceId, params }) {
    await replayDelivery(workspaceId, params.id);
    return getDelivery(workspaceId, params.id);
  },
});
