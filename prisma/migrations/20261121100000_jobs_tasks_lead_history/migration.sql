-- AlterTable
ALTER TABLE "note" ADD COLUMN     "editedAt" TIMESTAMPTZ(3),
ADD COLUMN     "mentions" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "job" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "checkpoint" JSONB,
    "result" JSONB,
    "error" TEXT,
    "userId" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "generation" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "availableAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leasedUntil" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "job_file" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "jobId" TEXT,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "userId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_file_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "periodic_task" (
    "name" TEXT NOT NULL,
    "lastRunAt" TIMESTAMPTZ(3),
    "leasedUntil" TIMESTAMPTZ(3),
    "generation" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "periodic_task_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "lead_change" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "visitorId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "byId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lead_change_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "task" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "visitorId" TEXT,
    "companyId" TEXT,
    "title" TEXT NOT NULL,
    "dueOn" DATE,
    "assigneeId" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),
    "doneById" TEXT,

    CONSTRAINT "task_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "job_workspaceId_userId_createdAt_idx" ON "job"("workspaceId", "userId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "job_finishedAt_availableAt_idx" ON "job"("finishedAt", "availableAt");

-- CreateIndex
CREATE INDEX "job_file_createdAt_idx" ON "job_file"("createdAt");

-- CreateIndex
CREATE INDEX "lead_change_workspaceId_visitorId_field_at_id_idx" ON "lead_change"("workspaceId", "visitorId", "field", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "task_workspaceId_assigneeId_doneAt_dueOn_id_idx" ON "task"("workspaceId", "assigneeId", "doneAt", "dueOn", "id");

-- CreateIndex
CREATE INDEX "task_workspaceId_visitorId_idx" ON "task"("workspaceId", "visitorId");

-- CreateIndex
CREATE INDEX "task_workspaceId_companyId_idx" ON "task"("workspaceId", "companyId");

-- Closed lists of words, and what must hold between columns.
ALTER TABLE "lead" ADD CONSTRAINT "lead_status_check" CHECK ("status" IN ('new', 'working', 'meeting', 'opportunity', 'won', 'lost', 'not_a_fit'));
ALTER TABLE "lead_change" ADD CONSTRAINT "lead_change_field_check" CHECK ("field" IN ('owner', 'status'));
ALTER TABLE "lead_change" ADD CONSTRAINT "lead_change_moved_check" CHECK ("from" IS DISTINCT FROM "to");
ALTER TABLE "job" ADD CONSTRAINT "job_state_check" CHECK ("state" IN ('queued', 'running', 'done', 'failed'));
ALTER TABLE "job" ADD CONSTRAINT "job_finished_check" CHECK (("state" IN ('done', 'failed')) = ("finishedAt" IS NOT NULL));
ALTER TABLE "note" ADD CONSTRAINT "note_about_check" CHECK (num_nonnulls("visitorId", "companyId") = 1);
ALTER TABLE "task" ADD CONSTRAINT "task_about_check" CHECK (num_nonnulls("visitorId", "companyId") <= 1);
ALTER TABLE "task" ADD CONSTRAINT "task_done_check" CHECK ("doneById" IS NULL OR "doneAt" IS NOT NULL);
