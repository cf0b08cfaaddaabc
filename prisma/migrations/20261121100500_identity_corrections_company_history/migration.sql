-- What people say about who is who, and what enrichments said of companies over time.

-- CreateTable
CREATE TABLE "identity_correction" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "version" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "scope" TEXT,
    "ref" TEXT,
    "fromKey" TEXT,
    "fromId" TEXT,
    "intoKey" TEXT,
    "intoId" TEXT,
    "activeOn" TEXT,
    "detail" JSONB NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedById" TEXT,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "identity_correction_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "company_history" (
    "workspaceId" TEXT NOT NULL,
    "companyId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "digest" TEXT NOT NULL,
    "provider" TEXT,
    "employeeCount" BIGINT,
    "headcount" BIGINT,
    "followers" BIGINT,
    "monthlyVisitors" BIGINT,

    CONSTRAINT "company_history_pkey" PRIMARY KEY ("workspaceId","companyId","at","digest")
);

-- CreateIndex
CREATE INDEX "identity_correction_workspaceId_fromId_idx" ON "identity_correction"("workspaceId", "fromId");

-- CreateIndex
CREATE INDEX "identity_correction_workspaceId_intoId_idx" ON "identity_correction"("workspaceId", "intoId");

-- CreateIndex
CREATE UNIQUE INDEX "identity_correction_workspaceId_version_key" ON "identity_correction"("workspaceId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "identity_correction_workspaceId_activeOn_key" ON "identity_correction"("workspaceId", "activeOn");

-- A merge says from whom into whom; a detachment what is taken away, and maybe to whom it goes.
ALTER TABLE "identity_correction" ADD CONSTRAINT "identity_correction_kind_check" CHECK ("kind" IN ('merge', 'detach'));
ALTER TABLE "identity_correction" ADD CONSTRAINT "identity_correction_merge_check" CHECK ("kind" <> 'merge'
  OR ("scope" IS NULL AND "ref" IS NULL AND num_nonnulls("fromKey", "fromId", "intoKey", "intoId") = 4 AND "fromKey" <> "intoKey"));
ALTER TABLE "identity_correction" ADD CONSTRAINT "identity_correction_detach_check" CHECK ("kind" <> 'detach'
  OR ("scope" IN ('session', 'device', 'event') AND "ref" IS NOT NULL AND "fromId" IS NOT NULL
    AND ("intoKey" IS NULL) = ("intoId" IS NULL) AND ("scope" = 'session' OR "intoId" IS NULL)));
ALTER TABLE "identity_correction" ADD CONSTRAINT "identity_correction_active_check" CHECK (("revokedAt" IS NULL) = ("activeOn" IS NOT NULL));
