-- Which scheduled report a mail is a sending of, so that its row can say what came of it.

-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "scheduleId" TEXT;

-- The last sending of a schedule: WHERE "workspaceId" = $1 AND "scheduleId" = $2.
-- CreateIndex
CREATE INDEX "outbox_workspaceId_scheduleId_createdAt_idx" ON "outbox"("workspaceId", "scheduleId", "createdAt" DESC)
  WHERE "scheduleId" IS NOT NULL;
