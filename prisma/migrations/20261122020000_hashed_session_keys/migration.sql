-- An index over an expression is never enough by itself: each session was read as well, which took ten times as
-- long as the index. Over columns with the same hashes it is (lib/attribution/rare-keys.ts), and they have statistics
-- of their own.
ALTER TABLE "session"
  ADD COLUMN "sourceMediumHash" bigint GENERATED ALWAYS AS (
    hashtextextended(CASE WHEN "source" IS NULL AND "medium" IS NULL THEN NULL
      ELSE coalesce("source", '(not set)') || ' / ' || coalesce("medium", '(not set)') END, 0)) STORED,
  ADD COLUMN "referrerHash" bigint GENERATED ALWAYS AS (
    hashtextextended(regexp_replace(lower(substring("referrer" from '(?i)^[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:]+)')), '^www\.', ''), 0)) STORED,
  ADD COLUMN "clickIdHash" bigint GENERATED ALWAYS AS (
    hashtextextended(coalesce(nullif("gclid", ''), nullif("fbclid", '')), 0)) STORED;

DROP INDEX "session_by_source_medium_idx";
DROP INDEX "session_by_referrer_idx";
DROP INDEX "session_by_click_id_idx";
DROP STATISTICS "session_by_referrer_stats";
DROP STATISTICS "session_by_click_id_stats";
-- The receipts behind a key that few sessions have.
CREATE INDEX "session_by_source_medium_idx" ON "session"("workspaceId", "sourceMediumHash", "visitorId") WHERE "sourceMediumHash" IS NOT NULL;
CREATE INDEX "session_by_referrer_idx" ON "session"("workspaceId", "referrerHash", "visitorId") WHERE "referrerHash" IS NOT NULL;
CREATE INDEX "session_by_click_id_idx" ON "session"("workspaceId", "clickIdHash", "visitorId") WHERE "clickIdHash" IS NOT NULL;
ANALYZE "session";
