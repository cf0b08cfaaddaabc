-- CreateTable
CREATE TABLE "alert_rule" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ownerId" TEXT,
    "createdById" TEXT NOT NULL,
    "conditions" JSONB NOT NULL,
    "audience" TEXT NOT NULL,
    "memberIds" TEXT[],
    "delivery" TEXT NOT NULL,
    "digestHour" INTEGER NOT NULL,
    "timezone" TEXT NOT NULL,
    "cooldownMinutes" INTEGER NOT NULL,
    "enabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alert_rule_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "alert_channel" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "ruleId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "url" TEXT,
    "ciphertext" BYTEA,
    "keyId" TEXT,
    "hint" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_channel_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "alert_queue" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "visitorId" TEXT NOT NULL,
    "availableAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "alert_queue_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "alert_fired" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "ruleId" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "visitorId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "firedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL,
    "why" JSONB NOT NULL,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "alert_fired_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "lane" TEXT,
    "ruleId" TEXT,
    "channelId" TEXT,
    "subject" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "payload" JSONB,
    "isTest" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "reason" TEXT,
    "status" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "availableAt" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "leasedUntil" TIMESTAMPTZ(3),
    "generation" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "notification" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT,
    "href" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "alert_rule_workspaceId_enabledAt_idx" ON "alert_rule"("workspaceId", "enabledAt");

-- CreateIndex
CREATE UNIQUE INDEX "alert_channel_workspaceId_ruleId_kind_key" ON "alert_channel"("workspaceId", "ruleId", "kind");

-- CreateIndex
CREATE INDEX "alert_queue_availableAt_idx" ON "alert_queue"("availableAt");

-- CreateIndex
CREATE INDEX "alert_fired_workspaceId_ruleId_firedAt_id_idx" ON "alert_fired"("workspaceId", "ruleId", "firedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "alert_fired_workspaceId_ruleId_account_at_idx" ON "alert_fired"("workspaceId", "ruleId", "account", "at");

-- CreateIndex
CREATE INDEX "alert_fired_dueAt_idx" ON "alert_fired"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "alert_fired_workspaceId_ruleId_trigger_key" ON "alert_fired"("workspaceId", "ruleId", "trigger");

-- CreateIndex
CREATE INDEX "outbox_lane_availableAt_idx" ON "outbox"("lane", "availableAt");

-- CreateIndex
CREATE INDEX "outbox_workspaceId_ruleId_createdAt_id_idx" ON "outbox"("workspaceId", "ruleId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "outbox_state_finishedAt_idx" ON "outbox"("state", "finishedAt");

-- CreateIndex
CREATE INDEX "notification_workspaceId_userId_createdAt_id_idx" ON "notification"("workspaceId", "userId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "notification_workspaceId_userId_readAt_idx" ON "notification"("workspaceId", "userId", "readAt");

-- AddForeignKey
ALTER TABLE "alert_channel" ADD CONSTRAINT "alert_channel_workspaceId_ruleId_fkey" FOREIGN KEY ("workspaceId", "ruleId") REFERENCES "alert_rule"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_fired" ADD CONSTRAINT "alert_fired_workspaceId_ruleId_fkey" FOREIGN KEY ("workspaceId", "ruleId") REFERENCES "alert_rule"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_workspaceId_ruleId_fkey" FOREIGN KEY ("workspaceId", "ruleId") REFERENCES "alert_rule"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language can't say.
ALTER TABLE "alert_rule" ADD CONSTRAINT "alert_rule_audience_check" CHECK ("audience" IN ('me', 'everyone', 'members', 'lead_owner'));
ALTER TABLE "alert_rule" ADD CONSTRAINT "alert_rule_owner_check" CHECK (("audience" = 'me') = ("ownerId" IS NOT NULL));
ALTER TABLE "alert_rule" ADD CONSTRAINT "alert_rule_delivery_check" CHECK ("delivery" IN ('instant', 'hourly', 'daily'));
ALTER TABLE "alert_rule" ADD CONSTRAINT "alert_rule_digestHour_check" CHECK ("digestHour" BETWEEN 0 AND 23);
ALTER TABLE "alert_rule" ADD CONSTRAINT "alert_rule_cooldownMinutes_check" CHECK ("cooldownMinutes" >= 0);
ALTER TABLE "alert_channel" ADD CONSTRAINT "alert_channel_kind_check" CHECK ("kind" IN ('app', 'email', 'slack', 'webhook'));
ALTER TABLE "alert_channel" ADD CONSTRAINT "alert_channel_sealed_check" CHECK (("kind" IN ('slack', 'webhook')) = ("ciphertext" IS NOT NULL) AND ("ciphertext" IS NULL) = ("keyId" IS NULL));
ALTER TABLE "alert_channel" ADD CONSTRAINT "alert_channel_url_check" CHECK (("kind" = 'webhook') = ("url" IS NOT NULL));
ALTER TABLE "alert_fired" ADD CONSTRAINT "alert_fired_state_check" CHECK ("state" IN ('fired', 'cooldown'));
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind_check" CHECK ("kind" IN ('email', 'slack', 'webhook'));
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_state_check" CHECK ("state" IN ('pending', 'sent', 'dead'));
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_pending_check" CHECK (("state" = 'pending') = ("availableAt" IS NOT NULL) AND ("availableAt" IS NULL) = ("lane" IS NULL));
