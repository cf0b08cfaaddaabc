-- What the lists of visitors and companies need over a million visitors (bench/README.md has the figures).

-- Lists and counts read many rows and hardly any facts: kept out of the row, facts leave four times as many
-- rows on a page. What is searched stays in the row. Rows take the new form as they are written.
ALTER TABLE "visitor" SET (toast_tuple_target = 1024);
ALTER TABLE "visitor" ALTER COLUMN "searchText" SET STORAGE MAIN;
ALTER TABLE "company" SET (toast_tuple_target = 1024);
ALTER TABLE "company" ALTER COLUMN "searchText" SET STORAGE MAIN;

-- How frequent a searched word is decides between reading the list in its order and the trigram index: with
-- the usual hundred samples the planner cannot tell one in a hundred from one in a million.
ALTER TABLE "visitor" ALTER COLUMN "searchText" SET STATISTICS 1000;
ALTER TABLE "company" ALTER COLUMN "searchText" SET STATISTICS 1000;

-- listVisitors and countVisitors by validity (an unusual word, or none at all), newest first.
CREATE INDEX "visitor_workspaceId_validity_lastSeenAt_id_idx" ON "visitor"("workspaceId", "validity", "lastSeenAt" DESC, "id" DESC);

-- listVisitors and countVisitors by country, newest first.
CREATE INDEX "visitor_workspaceId_countryCode_lastSeenAt_id_idx" ON "visitor"("workspaceId", "countryCode", "lastSeenAt" DESC, "id" DESC);

-- countVisitors by stage.
CREATE INDEX "visitor_workspaceId_stage_lastSeenAt_id_idx" ON "visitor"("workspaceId", "stage", "lastSeenAt" DESC, "id" DESC);

-- listVisitors and countVisitors by the medium of a session, as the indexes on source and campaign.
CREATE INDEX "session_workspaceId_medium_visitorId_idx" ON "session"("workspaceId", "medium", "visitorId");

-- listVisitors by stage in its other orders. Who has only been resolved has few pages and a low score, so reading
-- either order until fifty of them turn up would read nearly everybody.
CREATE INDEX "visitor_workspaceId_stage_scoreRank_id_idx" ON "visitor"("workspaceId", "stage", "scoreRank" DESC, "id" DESC);
CREATE INDEX "visitor_workspaceId_stage_pageviews_id_idx" ON "visitor"("workspaceId", "stage", "pageviews" DESC, "id" DESC);

-- listVisitors by validity and by country in the other orders: an unusual value is sparse in each of them.
CREATE INDEX "visitor_workspaceId_validity_scoreRank_id_idx" ON "visitor"("workspaceId", "validity", "scoreRank" DESC, "id" DESC);
CREATE INDEX "visitor_workspaceId_countryCode_scoreRank_id_idx" ON "visitor"("workspaceId", "countryCode", "scoreRank" DESC, "id" DESC);
CREATE INDEX "visitor_workspaceId_countryCode_pageviews_id_idx" ON "visitor"("workspaceId", "countryCode", "pageviews" DESC, "id" DESC);
CREATE INDEX "visitor_workspaceId_countryCode_sortName_id_idx" ON "visitor"("workspaceId", "countryCode", "sortName", "id");

-- listVisitors by a company of which no more than the name is known.
CREATE INDEX "visitor_workspaceId_companyName_unlinked_idx" ON "visitor"("workspaceId", lower("companyName")) WHERE "companyId" IS NULL;
