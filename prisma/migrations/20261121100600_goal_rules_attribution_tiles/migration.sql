-- CreateTable
CREATE TABLE "goal_rule" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "pattern" TEXT NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readyAt" TIMESTAMPTZ(3),

    CONSTRAINT "goal_rule_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "attribution_hour" (
    "workspaceId" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "attribution_hour_pkey" PRIMARY KEY ("workspaceId","hour")
);

-- CreateTable
CREATE TABLE "attribution_tile" (
    "workspaceId" TEXT NOT NULL,
    "timezone" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "span" TEXT NOT NULL,
    "stamp" BIGINT NOT NULL,

    CONSTRAINT "attribution_tile_pkey" PRIMARY KEY ("workspaceId","timezone","kind","span")
);

-- CreateTable
CREATE TABLE "attribution_traffic" (
    "workspaceId" TEXT NOT NULL,
    "timezone" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "span" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "date" DATE NOT NULL,
    "key" TEXT,
    "sessions" INTEGER NOT NULL,
    "visitors" INTEGER NOT NULL,
    "returning" INTEGER[],

    CONSTRAINT "attribution_traffic_pkey" PRIMARY KEY ("workspaceId","timezone","dimension","span","position")
);

-- CreateTable
CREATE TABLE "attribution_credit" (
    "workspaceId" TEXT NOT NULL,
    "timezone" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "span" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "date" DATE NOT NULL,
    "key" TEXT,
    "conversions" INTEGER NOT NULL,
    "first" BIGINT NOT NULL,
    "last" BIGINT NOT NULL,
    "lastNonDirect" BIGINT NOT NULL,
    "linear" BIGINT NOT NULL,
    "positionBased" BIGINT NOT NULL,
    "timeDecay" BIGINT NOT NULL,

    CONSTRAINT "attribution_credit_pkey" PRIMARY KEY ("workspaceId","timezone","goal","dimension","span","position")
);

-- CreateTable
CREATE TABLE "channel_rules" (
    "workspaceId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "note" TEXT,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "appliedAt" TIMESTAMPTZ(3),

    CONSTRAINT "channel_rules_pkey" PRIMARY KEY ("workspaceId","version")
);

-- CreateTable
CREATE TABLE "frozen_report" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "report" JSONB NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "frozen_report_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "frozen_report_workspaceId_createdAt_id_idx" ON "frozen_report"("workspaceId", "createdAt" DESC, "id");

-- A rule's goal is page:<id of the rule>.
ALTER TABLE "stage_reached" DROP CONSTRAINT "stage_reached_goal_check";
ALTER TABLE "stage_reached" ADD CONSTRAINT "stage_reached_goal_check"
  CHECK ("goal" IN ('identified', 'qualified', 'enriched', 'valid_email') OR "goal" LIKE 'page:%');
ALTER TABLE "goal_rule" ADD CONSTRAINT "goal_rule_kind_check" CHECK ("kind" IN ('page', 'outlink'));

-- Marks the hours whose sums a change of sessions may have changed: those of the sessions themselves,
-- and for their visitors those of all later sessions (a visitor may now be a returning one) and of all
-- later conversions (their touches may be others). Planned for few rows: without the settings a plan
-- made while the tables were empty would read all of them.
CREATE FUNCTION attribution_session_inserted() RETURNS trigger LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  WITH changed AS MATERIALIZED (
    SELECT n."workspaceId", n."visitorId", n."createdAt" AS at FROM fresh n
  ), marked AS (
    SELECT c."workspaceId", date_trunc('hour', c.at, 'UTC') AS hour FROM changed c
    UNION
    SELECT s."workspaceId", date_trunc('hour', s."createdAt", 'UTC')
    FROM (SELECT "workspaceId", "visitorId", min(at) AS at FROM changed
          WHERE "visitorId" IS NOT NULL GROUP BY 1, 2) c
    JOIN session s ON s."workspaceId" = c."workspaceId" AND s."visitorId" = c."visitorId"
      AND s."createdAt" >= c.at
    UNION
    SELECT g."workspaceId", date_trunc('hour', g."reachedAt", 'UTC')
    FROM (SELECT "workspaceId", "visitorId", min(at) AS at FROM changed
          WHERE "visitorId" IS NOT NULL GROUP BY 1, 2) c
    JOIN stage_reached g ON g."workspaceId" = c."workspaceId" AND g."visitorId" = c."visitorId"
      AND g."reachedAt" >= c.at
  )
  INSERT INTO attribution_hour AS h ("workspaceId", "hour", "version")
  SELECT m."workspaceId", m.hour, 1 FROM marked m ORDER BY 1, 2
  ON CONFLICT ("workspaceId", "hour") DO UPDATE SET "version" = h."version" + 1;
  RETURN NULL;
END;
$$;

CREATE FUNCTION attribution_session_updated() RETURNS trigger LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  WITH changed AS MATERIALIZED (
    SELECT e."workspaceId", e."visitorId", e."createdAt" AS at FROM (
      (SELECT "workspaceId", "sid", "visitorId", "createdAt", "channel", "source", "medium", "campaign", "term", "content", "referrer", "landingPage", "landingPath", "gclid", "fbclid", "isDirect" FROM gone
       EXCEPT SELECT "workspaceId", "sid", "visitorId", "createdAt", "channel", "source", "medium", "campaign", "term", "content", "referrer", "landingPage", "landingPath", "gclid", "fbclid", "isDirect" FROM fresh)
      UNION ALL
      (SELECT "workspaceId", "sid", "visitorId", "createdAt", "channel", "source", "medium", "campaign", "term", "content", "referrer", "landingPage", "landingPath", "gclid", "fbclid", "isDirect" FROM fresh
       EXCEPT SELECT "workspaceId", "sid", "visitorId", "createdAt", "channel", "source", "medium", "campaign", "term", "content", "referrer", "landingPage", "landingPath", "gclid", "fbclid", "isDirect" FROM gone)) AS e
  ), marked AS (
    SELECT c."workspaceId", date_trunc('hour', c.at, 'UTC') AS hour FROM changed c
    UNION
    SELECT s."workspaceId", date_trunc('hour', s."createdAt", 'UTC')
    FROM (SELECT "workspaceId", "visitorId", min(at) AS at FROM changed
          WHERE "visitorId" IS NOT NULL GROUP BY 1, 2) c
    JOIN session s ON s."workspaceId" = c."workspaceId" AND s."visitorId" = c."visitorId"
      AND s."createdAt" >= c.at
    UNION
    SELECT g."workspaceId", date_trunc('hour', g."reachedAt", 'UTC')
    FROM (SELECT "workspaceId", "visitorId", min(at) AS at FROM changed
          WHERE "visitorId" IS NOT NULL GROUP BY 1, 2) c
    JOIN stage_reached g ON g."workspaceId" = c."workspaceId" AND g."visitorId" = c."visitorId"
      AND g."reachedAt" >= c.at
  )
  INSERT INTO attribution_hour AS h ("workspaceId", "hour", "version")
  SELECT m."workspaceId", m.hour, 1 FROM marked m ORDER BY 1, 2
  ON CONFLICT ("workspaceId", "hour") DO UPDATE SET "version" = h."version" + 1;
  RETURN NULL;
END;
$$;

CREATE FUNCTION attribution_session_deleted() RETURNS trigger LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  WITH changed AS MATERIALIZED (
    SELECT o."workspaceId", o."visitorId", o."createdAt" AS at FROM gone o
  ), marked AS (
    SELECT c."workspaceId", date_trunc('hour', c.at, 'UTC') AS hour FROM changed c
    UNION
    SELECT s."workspaceId", date_trunc('hour', s."createdAt", 'UTC')
    FROM (SELECT "workspaceId", "visitorId", min(at) AS at FROM changed
          WHERE "visitorId" IS NOT NULL GROUP BY 1, 2) c
    JOIN session s ON s."workspaceId" = c."workspaceId" AND s."visitorId" = c."visitorId"
      AND s."createdAt" >= c.at
    UNION
    SELECT g."workspaceId", date_trunc('hour', g."reachedAt", 'UTC')
    FROM (SELECT "workspaceId", "visitorId", min(at) AS at FROM changed
          WHERE "visitorId" IS NOT NULL GROUP BY 1, 2) c
    JOIN stage_reached g ON g."workspaceId" = c."workspaceId" AND g."visitorId" = c."visitorId"
      AND g."reachedAt" >= c.at
  )
  INSERT INTO attribution_hour AS h ("workspaceId", "hour", "version")
  SELECT m."workspaceId", m.hour, 1 FROM marked m ORDER BY 1, 2
  ON CONFLICT ("workspaceId", "hour") DO UPDATE SET "version" = h."version" + 1;
  RETURN NULL;
END;
$$;

-- A conversion counts in the hour in which its goal was reached.
CREATE FUNCTION attribution_goal_inserted() RETURNS trigger LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  WITH marked AS (
    SELECT DISTINCT n."workspaceId", date_trunc('hour', n."reachedAt", 'UTC') AS hour FROM fresh n
  )
  INSERT INTO attribution_hour AS h ("workspaceId", "hour", "version")
  SELECT m."workspaceId", m.hour, 1 FROM marked m ORDER BY 1, 2
  ON CONFLICT ("workspaceId", "hour") DO UPDATE SET "version" = h."version" + 1;
  RETURN NULL;
END;
$$;

CREATE FUNCTION attribution_goal_updated() RETURNS trigger LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  WITH marked AS (
    SELECT DISTINCT e."workspaceId", date_trunc('hour', e."reachedAt", 'UTC') AS hour FROM (
      (SELECT "workspaceId", "visitorId", "goal", "reachedAt" FROM gone EXCEPT SELECT "workspaceId", "visitorId", "goal", "reachedAt" FROM fresh)
      UNION ALL
      (SELECT "workspaceId", "visitorId", "goal", "reachedAt" FROM fresh EXCEPT SELECT "workspaceId", "visitorId", "goal", "reachedAt" FROM gone)) AS e
  )
  INSERT INTO attribution_hour AS h ("workspaceId", "hour", "version")
  SELECT m."workspaceId", m.hour, 1 FROM marked m ORDER BY 1, 2
  ON CONFLICT ("workspaceId", "hour") DO UPDATE SET "version" = h."version" + 1;
  RETURN NULL;
END;
$$;

CREATE FUNCTION attribution_goal_deleted() RETURNS trigger LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  WITH marked AS (
    SELECT DISTINCT o."workspaceId", date_trunc('hour', o."reachedAt", 'UTC') AS hour FROM gone o
  )
  INSERT INTO attribution_hour AS h ("workspaceId", "hour", "version")
  SELECT m."workspaceId", m.hour, 1 FROM marked m ORDER BY 1, 2
  ON CONFLICT ("workspaceId", "hour") DO UPDATE SET "version" = h."version" + 1;
  RETURN NULL;
END;
$$;

CREATE TRIGGER "session_attribution_insert" AFTER INSERT ON "session"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION attribution_session_inserted();
CREATE TRIGGER "session_attribution_update" AFTER UPDATE ON "session"
  REFERENCING OLD TABLE AS gone NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION attribution_session_updated();
CREATE TRIGGER "session_attribution_delete" AFTER DELETE ON "session"
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION attribution_session_deleted();
CREATE TRIGGER "stage_reached_attribution_insert" AFTER INSERT ON "stage_reached"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION attribution_goal_inserted();
CREATE TRIGGER "stage_reached_attribution_update" AFTER UPDATE ON "stage_reached"
  REFERENCING OLD TABLE AS gone NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION attribution_goal_updated();
CREATE TRIGGER "stage_reached_attribution_delete" AFTER DELETE ON "stage_reached"
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION attribution_goal_deleted();
