-- The receipts behind a key that few sessions have: its visitors are found first (lib/attribution/rare-keys.ts, which
-- has the same expressions). Source, medium and campaign have such indexes already. What may be longer than an index
-- entry is found by its hash.
CREATE INDEX "session_workspaceId_channel_visitorId_idx" ON "session"("workspaceId", "channel", "visitorId");
CREATE INDEX "session_workspaceId_landingPath_visitorId_idx" ON "session"("workspaceId", "landingPath", "visitorId");
CREATE INDEX "session_by_term_idx" ON "session"("workspaceId", "term", "visitorId") WHERE "term" IS NOT NULL;
CREATE INDEX "session_by_content_idx" ON "session"("workspaceId", "content", "visitorId") WHERE "content" IS NOT NULL;
CREATE INDEX "session_by_source_medium_idx" ON "session"("workspaceId",
  hashtextextended(CASE WHEN "source" IS NULL AND "medium" IS NULL THEN NULL
    ELSE coalesce("source", '(not set)') || ' / ' || coalesce("medium", '(not set)') END, 0), "visitorId");
CREATE INDEX "session_by_referrer_idx" ON "session"("workspaceId",
  hashtextextended(regexp_replace(lower(substring("referrer" from '(?i)^[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:]+)')), '^www\.', ''), 0),
  "visitorId") WHERE "referrer" IS NOT NULL;
CREATE INDEX "session_by_click_id_idx" ON "session"("workspaceId",
  hashtextextended(coalesce(nullif("gclid", ''), nullif("fbclid", '')), 0), "visitorId")
  WHERE "gclid" IS NOT NULL OR "fbclid" IS NOT NULL;

-- Statistics of a partial index are not used for its table.
CREATE STATISTICS "session_by_referrer_stats" ON
  (hashtextextended(regexp_replace(lower(substring("referrer" from '(?i)^[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:]+)')), '^www\.', ''), 0))
  FROM "session";
CREATE STATISTICS "session_by_click_id_stats" ON
  (hashtextextended(coalesce(nullif("gclid", ''), nullif("fbclid", '')), 0)) FROM "session";
