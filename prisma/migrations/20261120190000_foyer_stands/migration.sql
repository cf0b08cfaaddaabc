-- Trigram search over visitors and companies.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "api_key" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "target" TEXT,
    "detail" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "suppression" (
    "workspaceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "valueHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" TEXT,

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("workspaceId","kind","valueHash")
);

-- CreateTable
CREATE TABLE "company" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "name" TEXT NOT NULL,
    "domain" TEXT,
    "industry" TEXT,
    "employeeCount" INTEGER,
    "country" TEXT,
    "countryCode" TEXT,
    "linkedinUrl" TEXT,
    "logoUrl" TEXT,
    "visitors" INTEGER NOT NULL DEFAULT 0,
    "sessions" INTEGER NOT NULL DEFAULT 0,
    "pageviews" INTEGER NOT NULL DEFAULT 0,
    "lastSeenAt" TIMESTAMPTZ(3),
    "score" INTEGER NOT NULL DEFAULT 0,
    "sortName" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,

    CONSTRAINT "company_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "employment" (
    "workspaceId" TEXT NOT NULL,
    "visitorId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "companyId" TEXT,
    "companyName" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "location" TEXT,
    "description" TEXT,
    "startDate" TEXT,
    "endDate" TEXT,
    "isCurrent" BOOLEAN NOT NULL,

    CONSTRAINT "employment_pkey" PRIMARY KEY ("workspaceId","visitorId","kind","position")
);

-- CreateTable
CREATE TABLE "delivery" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "endpointId" TEXT NOT NULL,
    "webhookId" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "eventId" TEXT,
    "type" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "detail" JSONB,
    "conflict" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "occurredAt" TIMESTAMPTZ(3),
    "projectedAt" TIMESTAMPTZ(3),
    "secretId" TEXT NOT NULL,
    "derivation" TEXT NOT NULL,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "delivery_body" (
    "workspaceId" TEXT NOT NULL,
    "deliveryId" TEXT NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "delivery_body_pkey" PRIMARY KEY ("workspaceId","deliveryId")
);

-- CreateTable
CREATE TABLE "delivery_queue" (
    "workspaceId" TEXT NOT NULL,
    "deliveryId" TEXT NOT NULL,
    "availableAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leasedUntil" TIMESTAMPTZ(3),
    "generation" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "delivery_queue_pkey" PRIMARY KEY ("workspaceId","deliveryId")
);

-- CreateTable
CREATE TABLE "drift" (
    "workspaceId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "deliveryId" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "drift_pkey" PRIMARY KEY ("workspaceId","type","path")
);

-- CreateTable
CREATE TABLE "event" (
    "workspaceId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "deliveryId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "sid" TEXT,
    "vid" TEXT,
    "linkedin" TEXT,
    "hasIdentity" BOOLEAN NOT NULL,
    "stage" SMALLINT NOT NULL,
    "visitorId" TEXT,

    CONSTRAINT "event_pkey" PRIMARY KEY ("workspaceId","eventId","hash")
);

-- CreateTable
CREATE TABLE "event_email" (
    "workspaceId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "type" TEXT,

    CONSTRAINT "event_email_pkey" PRIMARY KEY ("workspaceId","email","eventId","hash")
);

-- CreateTable
CREATE TABLE "session" (
    "workspaceId" TEXT NOT NULL,
    "sid" TEXT NOT NULL,
    "vid" TEXT NOT NULL,
    "visitorId" TEXT,
    "facts" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "lastActivityAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "landingPage" TEXT NOT NULL,
    "landingPath" TEXT NOT NULL,
    "referrer" TEXT,
    "channel" TEXT NOT NULL,
    "source" TEXT,
    "medium" TEXT,
    "campaign" TEXT,
    "term" TEXT,
    "content" TEXT,
    "gclid" TEXT,
    "fbclid" TEXT,
    "isDirect" BOOLEAN NOT NULL,
    "pageviews" INTEGER NOT NULL,
    "engagedMs" BIGINT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("workspaceId","sid")
);

-- CreateTable
CREATE TABLE "page_view" (
    "workspaceId" TEXT NOT NULL,
    "sid" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "visitorId" TEXT,
    "signal" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "url" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "title" TEXT,
    "referrer" TEXT,
    "outlink" TEXT,
    "version" TEXT,
    "props" JSONB,
    "dwellMs" BIGINT,

    CONSTRAINT "page_view_pkey" PRIMARY KEY ("workspaceId","sid","position")
);

-- CreateTable
CREATE TABLE "lead" (
    "workspaceId" TEXT NOT NULL,
    "visitorId" TEXT NOT NULL,
    "ownerId" TEXT,
    "status" TEXT NOT NULL DEFAULT 'new',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_pkey" PRIMARY KEY ("workspaceId","visitorId")
);

-- CreateTable
CREATE TABLE "note" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "visitorId" TEXT,
    "companyId" TEXT,
    "authorId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "tag" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "color" TEXT NOT NULL,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "visitor_tag" (
    "workspaceId" TEXT NOT NULL,
    "visitorId" TEXT NOT NULL,
    "tagId" TEXT NOT NULL,

    CONSTRAINT "visitor_tag_pkey" PRIMARY KEY ("workspaceId","visitorId","tagId")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "isShared" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_session" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "auth_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_token" (
    "id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "visitor" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "fullName" TEXT,
    "firstName" TEXT,
    "lastName" TEXT,
    "headline" TEXT,
    "jobTitle" TEXT,
    "linkedinUrl" TEXT,
    "city" TEXT,
    "region" TEXT,
    "country" TEXT,
    "countryCode" TEXT,
    "companyId" TEXT,
    "companyName" TEXT,
    "companyDomain" TEXT,
    "primaryEmail" TEXT,
    "validity" TEXT,
    "stage" TEXT NOT NULL,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "sessions" INTEGER NOT NULL,
    "pageviews" INTEGER NOT NULL,
    "engagedMs" BIGINT NOT NULL,
    "firstTouchSid" TEXT,
    "lastTouchSid" TEXT,
    "score" INTEGER NOT NULL DEFAULT 0,
    "sortName" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,

    CONSTRAINT "visitor_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "visitor_email" (
    "workspaceId" TEXT NOT NULL,
    "visitorId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "type" TEXT,
    "aliasId" TEXT NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visitor_email_pkey" PRIMARY KEY ("workspaceId","visitorId","email")
);

-- CreateTable
CREATE TABLE "email_validation" (
    "workspaceId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "validity" TEXT,
    "errorCode" TEXT,
    "errorMessage" TEXT,
    "provider" TEXT,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "firstEventId" TEXT NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "lastEventId" TEXT NOT NULL,
    "lastHash" TEXT NOT NULL,

    CONSTRAINT "email_validation_pkey" PRIMARY KEY ("workspaceId","email","result")
);

-- CreateTable
CREATE TABLE "device" (
    "workspaceId" TEXT NOT NULL,
    "vid" TEXT NOT NULL,
    "visitorId" TEXT,
    "userAgent" TEXT,
    "sessions" INTEGER NOT NULL,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "device_pkey" PRIMARY KEY ("workspaceId","vid")
);

-- CreateTable
CREATE TABLE "stage_reached" (
    "workspaceId" TEXT NOT NULL,
    "visitorId" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "reachedAt" TIMESTAMPTZ(3) NOT NULL,
    "eventId" TEXT NOT NULL,

    CONSTRAINT "stage_reached_pkey" PRIMARY KEY ("workspaceId","visitorId","goal")
);

-- CreateTable
CREATE TABLE "webhook_endpoint" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "webhook_secret" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "endpointId" TEXT NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "keyId" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),
    "lastDerivation" TEXT,

    CONSTRAINT "webhook_secret_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "workspace" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timezone" TEXT NOT NULL DEFAULT 'UTC',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("workspaceId","userId")
);

-- CreateTable
CREATE TABLE "invitation" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "invitedById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "api_key_hash_idx" ON "api_key"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_workspaceId_hash_key" ON "api_key"("workspaceId", "hash");

-- CreateIndex
CREATE INDEX "audit_entry_workspaceId_at_id_idx" ON "audit_entry"("workspaceId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "company_workspaceId_lastSeenAt_id_idx" ON "company"("workspaceId", "lastSeenAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "company_workspaceId_visitors_id_idx" ON "company"("workspaceId", "visitors" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "company_workspaceId_sortName_id_idx" ON "company"("workspaceId", "sortName", "id");

-- CreateIndex
CREATE INDEX "company_workspaceId_domain_idx" ON "company"("workspaceId", "domain");

-- CreateIndex
CREATE INDEX "company_searchText_idx" ON "company" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "employment_workspaceId_companyId_visitorId_idx" ON "employment"("workspaceId", "companyId", "visitorId");

-- CreateIndex
CREATE INDEX "delivery_workspaceId_receivedAt_id_idx" ON "delivery"("workspaceId", "receivedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "delivery_workspaceId_state_receivedAt_id_idx" ON "delivery"("workspaceId", "state", "receivedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "delivery_workspaceId_type_receivedAt_id_idx" ON "delivery"("workspaceId", "type", "receivedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "delivery_workspaceId_eventId_idx" ON "delivery"("workspaceId", "eventId");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_workspaceId_endpointId_webhookId_key" ON "delivery"("workspaceId", "endpointId", "webhookId");

-- CreateIndex
CREATE INDEX "delivery_queue_availableAt_idx" ON "delivery_queue"("availableAt");

-- CreateIndex
CREATE INDEX "event_workspaceId_visitorId_occurredAt_idx" ON "event"("workspaceId", "visitorId", "occurredAt");

-- CreateIndex
CREATE INDEX "event_workspaceId_sid_idx" ON "event"("workspaceId", "sid");

-- CreateIndex
CREATE INDEX "event_workspaceId_vid_idx" ON "event"("workspaceId", "vid");

-- CreateIndex
CREATE INDEX "event_email_workspaceId_eventId_hash_idx" ON "event_email"("workspaceId", "eventId", "hash");

-- CreateIndex
CREATE INDEX "session_workspaceId_visitorId_createdAt_sid_idx" ON "session"("workspaceId", "visitorId", "createdAt", "sid");

-- CreateIndex
CREATE INDEX "session_workspaceId_createdAt_sid_idx" ON "session"("workspaceId", "createdAt" DESC, "sid" DESC);

-- CreateIndex
CREATE INDEX "session_workspaceId_vid_idx" ON "session"("workspaceId", "vid");

-- CreateIndex
CREATE INDEX "session_workspaceId_source_visitorId_idx" ON "session"("workspaceId", "source", "visitorId");

-- CreateIndex
CREATE INDEX "session_workspaceId_campaign_visitorId_idx" ON "session"("workspaceId", "campaign", "visitorId");

-- CreateIndex
CREATE INDEX "page_view_workspaceId_visitorId_at_sid_position_idx" ON "page_view"("workspaceId", "visitorId", "at" DESC, "sid", "position");

-- CreateIndex
CREATE INDEX "lead_workspaceId_ownerId_visitorId_idx" ON "lead"("workspaceId", "ownerId", "visitorId");

-- CreateIndex
CREATE INDEX "lead_workspaceId_status_visitorId_idx" ON "lead"("workspaceId", "status", "visitorId");

-- CreateIndex
CREATE INDEX "note_workspaceId_visitorId_createdAt_idx" ON "note"("workspaceId", "visitorId", "createdAt");

-- CreateIndex
CREATE INDEX "note_workspaceId_companyId_createdAt_idx" ON "note"("workspaceId", "companyId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "tag_workspaceId_name_key" ON "tag"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "visitor_tag_workspaceId_tagId_visitorId_idx" ON "visitor_tag"("workspaceId", "tagId", "visitorId");

-- CreateIndex
CREATE INDEX "saved_view_workspaceId_room_idx" ON "saved_view"("workspaceId", "room");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "auth_session_userId_idx" ON "auth_session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_token_tokenHash_key" ON "sign_in_token"("tokenHash");

-- CreateIndex
CREATE INDEX "visitor_workspaceId_lastSeenAt_id_idx" ON "visitor"("workspaceId", "lastSeenAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "visitor_workspaceId_score_id_idx" ON "visitor"("workspaceId", "score" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "visitor_workspaceId_pageviews_id_idx" ON "visitor"("workspaceId", "pageviews" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "visitor_workspaceId_sortName_id_idx" ON "visitor"("workspaceId", "sortName", "id");

-- CreateIndex
CREATE INDEX "visitor_workspaceId_companyId_lastSeenAt_idx" ON "visitor"("workspaceId", "companyId", "lastSeenAt" DESC);

-- CreateIndex
CREATE INDEX "visitor_searchText_idx" ON "visitor" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "visitor_email_workspaceId_email_idx" ON "visitor_email"("workspaceId", "email");

-- CreateIndex
CREATE INDEX "visitor_email_workspaceId_aliasId_idx" ON "visitor_email"("workspaceId", "aliasId");

-- CreateIndex
CREATE INDEX "device_workspaceId_visitorId_idx" ON "device"("workspaceId", "visitorId");

-- CreateIndex
CREATE INDEX "stage_reached_workspaceId_goal_reachedAt_visitorId_idx" ON "stage_reached"("workspaceId", "goal", "reachedAt", "visitorId");

-- CreateIndex
CREATE INDEX "webhook_endpoint_id_idx" ON "webhook_endpoint"("id");

-- CreateIndex
CREATE INDEX "webhook_secret_workspaceId_endpointId_idx" ON "webhook_secret"("workspaceId", "endpointId");

-- CreateIndex
CREATE UNIQUE INDEX "workspace_slug_key" ON "workspace"("slug");

-- CreateIndex
CREATE INDEX "membership_userId_idx" ON "membership"("userId");

-- CreateIndex
CREATE INDEX "invitation_tokenHash_idx" ON "invitation"("tokenHash");

-- AddForeignKey
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_secret" ADD CONSTRAINT "webhook_secret_workspaceId_endpointId_fkey" FOREIGN KEY ("workspaceId", "endpointId") REFERENCES "webhook_endpoint"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Closed lists of words.
ALTER TABLE "membership" ADD CONSTRAINT "membership_role_check" CHECK ("role" IN ('rep', 'marketer', 'admin'));
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_role_check" CHECK ("role" IN ('rep', 'marketer', 'admin'));
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_state_check" CHECK ("state" IN ('pending', 'projected', 'duplicate', 'ignored', 'quarantined', 'failed', 'dead'));
ALTER TABLE "visitor" ADD CONSTRAINT "visitor_stage_check" CHECK ("stage" IN ('resolved', 'qualified', 'enriched'));
ALTER TABLE "stage_reached" ADD CONSTRAINT "stage_reached_goal_check" CHECK ("goal" IN ('identified', 'qualified', 'enriched', 'valid_email'));
ALTER TABLE "event" ADD CONSTRAINT "event_stage_check" CHECK ("stage" BETWEEN 0 AND 3);
ALTER TABLE "page_view" ADD CONSTRAINT "page_view_dwell_check" CHECK ("dwellMs" >= 0);

-- Raw bodies compress well; lz4 costs least. Servers built without it keep their default.
DO $$
BEGIN
  ALTER TABLE "delivery_body" ALTER COLUMN "body" SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
  NULL;
END
$$;
