-- CreateTable
CREATE TABLE "report_annotation" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),

    CONSTRAINT "report_annotation_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "report_share" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "report" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_share_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "report_schedule" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "report" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "rhythm" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "hour" INTEGER NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "nextAt" TIMESTAMPTZ(3),
    "lastAt" TIMESTAMPTZ(3),

    CONSTRAINT "report_schedule_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "report_recipient" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "scheduleId" TEXT NOT NULL,
    "userId" TEXT,
    "address" TEXT,
    "stoppedAt" TIMESTAMPTZ(3),

    CONSTRAINT "report_recipient_pkey" PRIMARY KEY ("workspaceId","id")
);

-- The remarks of a chart's period, latest first.
CREATE INDEX "report_annotation_workspaceId_from_id_idx" ON "report_annotation"("workspaceId", "from" DESC, "id");

-- A public link, looked up by nothing but its token.
CREATE INDEX "report_share_tokenHash_idx" ON "report_share"("tokenHash");

-- The links of a workspace, newest first.
CREATE INDEX "report_share_workspaceId_createdAt_id_idx" ON "report_share"("workspaceId", "createdAt" DESC, "id");

-- What is due, in all workspaces.
CREATE INDEX "report_schedule_nextAt_idx" ON "report_schedule"("nextAt");

-- The mails of a workspace, newest first.
CREATE INDEX "report_schedule_workspaceId_createdAt_id_idx" ON "report_schedule"("workspaceId", "createdAt" DESC, "id");

-- Who gets a mail.
CREATE INDEX "report_recipient_workspaceId_scheduleId_idx" ON "report_recipient"("workspaceId", "scheduleId");

ALTER TABLE "report_annotation" ADD CONSTRAINT "report_annotation_dates_check" CHECK ("from" <= "to");
ALTER TABLE "report_schedule" ADD CONSTRAINT "report_schedule_time_check"
  CHECK ("hour" BETWEEN 0 AND 23 AND "day" >= 1
    AND (("rhythm" = 'weekly' AND "day" <= 7) OR ("rhythm" = 'monthly' AND "day" <= 28)));
ALTER TABLE "report_recipient" ADD CONSTRAINT "report_recipient_one_check"
  CHECK (("userId" IS NULL) <> ("address" IS NULL));
