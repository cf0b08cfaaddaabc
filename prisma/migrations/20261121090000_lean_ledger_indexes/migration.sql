-- An index costs the door about as much as the row. An id begins with its time of receipt, so the primary
-- key lists the newest first, and what an accepted delivery does not have yet needs no entry.

-- Lists by receipt, with or without a period: the primary key.
DROP INDEX "delivery_workspaceId_receivedAt_id_idx";

-- List by state: pending ones are found by the queue, projected ones are nearly all.
DROP INDEX "delivery_workspaceId_state_receivedAt_id_idx";
CREATE INDEX "delivery_workspaceId_state_id_idx" ON "delivery"("workspaceId", "state", "id" DESC)
  WHERE "state" NOT IN ('pending', 'projected');

-- List by type.
DROP INDEX "delivery_workspaceId_type_receivedAt_id_idx";
CREATE INDEX "delivery_workspaceId_type_id_idx" ON "delivery"("workspaceId", "type", "id" DESC)
  WHERE "type" IS NOT NULL;

-- Deliveries of one event; the search by an id.
DROP INDEX "delivery_workspaceId_eventId_idx";
CREATE INDEX "delivery_workspaceId_eventId_idx" ON "delivery"("workspaceId", "eventId")
  WHERE "eventId" IS NOT NULL;

-- A message is stored once per endpoint; the search by a message's id, of whichever endpoint.
DROP INDEX "delivery_workspaceId_endpointId_webhookId_key";
CREATE UNIQUE INDEX "delivery_workspaceId_webhookId_endpointId_key" ON "delivery"("workspaceId", "webhookId", "endpointId");
