-- What a workspace keeps and for how long, and what of a delivery it did not keep.

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "removed" TEXT[];

-- CreateTable
CREATE TABLE "privacy_settings" (
    "workspaceId" TEXT NOT NULL,
    "payloadDays" INTEGER,
    "visitDays" INTEGER,
    "visitorDays" INTEGER,
    "deliveryDays" INTEGER,
    "auditDays" INTEGER,
    "fileDays" INTEGER,
    "dropEu" BOOLEAN NOT NULL DEFAULT false,
    "dropCountries" TEXT[],
    "dropTenants" TEXT[],
    "dropFields" TEXT[],
    "payloadsTo" TEXT NOT NULL DEFAULT '',
    "visitsTo" TEXT NOT NULL DEFAULT '',
    "prunedAt" TIMESTAMPTZ(3),

    CONSTRAINT "privacy_settings_pkey" PRIMARY KEY ("workspaceId")
);

-- The erasures of a workspace, newest first: WHERE "workspaceId" = $1 AND "action" = 'privacy.erased'.
-- CreateIndex
CREATE INDEX "audit_entry_workspaceId_action_at_id_idx" ON "audit_entry"("workspaceId", "action", "at" DESC, "id" DESC);
