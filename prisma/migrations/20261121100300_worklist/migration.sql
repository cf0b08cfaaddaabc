-- CreateTable
CREATE TABLE "work_item" (
    "workspaceId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "claimedById" TEXT,
    "claimedAt" TIMESTAMPTZ(3),
    "ruleId" TEXT,
    "snoozedUntil" TIMESTAMPTZ(3),
    "wakesOnActivity" BOOLEAN NOT NULL DEFAULT true,
    "attendedUntil" TIMESTAMPTZ(3),
    "handledUntil" TIMESTAMPTZ(3),
    "status" TEXT,
    "doneAt" TIMESTAMPTZ(3),
    "reopensOnActivity" BOOLEAN NOT NULL DEFAULT false,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "work_item_pkey" PRIMARY KEY ("workspaceId","accountId")
);

-- CreateTable
CREATE TABLE "outcome" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "companyId" TEXT,
    "visitorId" TEXT,
    "status" TEXT NOT NULL,
    "amountMinor" BIGINT,
    "currency" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "userId" TEXT NOT NULL,

    CONSTRAINT "outcome_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "assignment_rule" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "countries" TEXT[],
    "industries" TEXT[],
    "minEmployees" INTEGER,
    "maxEmployees" INTEGER,
    "domainEnding" TEXT,
    "memberIds" TEXT[],
    "isEnabled" BOOLEAN NOT NULL DEFAULT true,
    "lastMemberId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignment_rule_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "worklist_settings" (
    "workspaceId" TEXT NOT NULL,
    "slaHours" INTEGER NOT NULL DEFAULT 24,

    CONSTRAINT "worklist_settings_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateIndex
CREATE INDEX "work_item_workspaceId_claimedById_accountId_idx" ON "work_item"("workspaceId", "claimedById", "accountId");

-- CreateIndex
CREATE INDEX "work_item_workspaceId_snoozedUntil_accountId_idx" ON "work_item"("workspaceId", "snoozedUntil", "accountId");

-- CreateIndex
CREATE INDEX "work_item_workspaceId_state_doneAt_accountId_idx" ON "work_item"("workspaceId", "state", "doneAt" DESC, "accountId" DESC);

-- CreateIndex
CREATE INDEX "outcome_workspaceId_companyId_at_idx" ON "outcome"("workspaceId", "companyId", "at" DESC);

-- CreateIndex
CREATE INDEX "outcome_workspaceId_visitorId_at_idx" ON "outcome"("workspaceId", "visitorId", "at" DESC);

-- CreateIndex
CREATE INDEX "outcome_workspaceId_status_at_idx" ON "outcome"("workspaceId", "status", "at");

-- CreateIndex
CREATE INDEX "assignment_rule_workspaceId_position_idx" ON "assignment_rule"("workspaceId", "position");

-- Visitors without a company are accounts of their own, listed by score (lib/worklist/list-accounts.ts).
CREATE INDEX "visitor_without_company_idx" ON "visitor"("workspaceId", "scoreRank" DESC, "id" DESC) WHERE "companyId" IS NULL;

-- Closed lists of words, and what belongs together.
ALTER TABLE "work_item" ADD CONSTRAINT "work_item_kind_check" CHECK ("kind" IN ('company', 'visitor'));
ALTER TABLE "work_item" ADD CONSTRAINT "work_item_state_check" CHECK ("state" IN ('open', 'done'));
ALTER TABLE "work_item" ADD CONSTRAINT "work_item_status_check" CHECK ("status" IN ('meeting', 'opportunity', 'won', 'lost', 'not_a_fit'));
ALTER TABLE "work_item" ADD CONSTRAINT "work_item_claim_check" CHECK (("claimedById" IS NULL) = ("claimedAt" IS NULL));
ALTER TABLE "work_item" ADD CONSTRAINT "work_item_done_check" CHECK ("state" = 'open' OR ("status" IS NOT NULL AND "doneAt" IS NOT NULL AND "snoozedUntil" IS NULL));
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_account_check" CHECK (("companyId" IS NULL) <> ("visitorId" IS NULL));
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_status_check" CHECK ("status" IN ('meeting', 'opportunity', 'won', 'lost', 'not_a_fit'));
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_amount_check" CHECK ("amountMinor" >= 0 AND ("amountMinor" IS NULL) = ("currency" IS NULL));
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "assignment_rule" ADD CONSTRAINT "assignment_rule_members_check" CHECK (cardinality("memberIds") BETWEEN 1 AND 50);
ALTER TABLE "assignment_rule" ADD CONSTRAINT "assignment_rule_size_check" CHECK ("minEmployees" >= 0 AND "maxEmployees" >= 0 AND "minEmployees" <= "maxEmployees");
ALTER TABLE "worklist_settings" ADD CONSTRAINT "worklist_settings_sla_check" CHECK ("slaHours" BETWEEN 1 AND 720);
