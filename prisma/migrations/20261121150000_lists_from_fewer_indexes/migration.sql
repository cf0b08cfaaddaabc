-- Fewer indexes for the lists of visitors, most of them with all that lists filter and sort by, so that a page or a count
-- is found in an index alone: 13 on "visitor" instead of 18 (bench/README.md has the figures).

-- listVisitors in each of its orders; stage, validity, country, time and score are looked at on the way. A time or a score
-- that few reach: all of those, sorted then.
DROP INDEX "visitor_workspaceId_lastSeenAt_id_idx";
CREATE INDEX "visitor_by_last_seen_idx" ON "visitor"("workspaceId", "lastSeenAt" DESC, "id" DESC, "stage", "validity", "countryCode", "scoreRank", "pageviews", "sortName");
DROP INDEX "visitor_workspaceId_scoreRank_id_idx";
CREATE INDEX "visitor_by_score_idx" ON "visitor"("workspaceId", "scoreRank" DESC, "id" DESC, "stage", "validity", "countryCode", "lastSeenAt", "pageviews", "sortName");
DROP INDEX "visitor_workspaceId_pageviews_id_idx";
CREATE INDEX "visitor_by_pageviews_idx" ON "visitor"("workspaceId", "pageviews" DESC, "id" DESC, "stage", "validity", "countryCode", "lastSeenAt", "scoreRank");
DROP INDEX "visitor_workspaceId_sortName_id_idx";
CREATE INDEX "visitor_by_name_idx" ON "visitor"("workspaceId", "sortName", "id", "stage", "validity", "countryCode", "lastSeenAt", "scoreRank");

-- listVisitors by a country or a validity that few have: all of those, sorted then. countVisitors by either, alone or
-- merged with the sessions of a source, which come in the order of the visitors' ids too.
DROP INDEX "visitor_workspaceId_countryCode_lastSeenAt_id_idx";
DROP INDEX "visitor_workspaceId_countryCode_scoreRank_id_idx";
DROP INDEX "visitor_workspaceId_countryCode_pageviews_id_idx";
DROP INDEX "visitor_workspaceId_countryCode_sortName_id_idx";
CREATE INDEX "visitor_by_country_idx" ON "visitor"("workspaceId", "countryCode", "id", "stage", "validity", "lastSeenAt", "scoreRank", "pageviews", "sortName");
DROP INDEX "visitor_workspaceId_validity_lastSeenAt_id_idx";
DROP INDEX "visitor_workspaceId_validity_scoreRank_id_idx";
CREATE INDEX "visitor_by_validity_idx" ON "visitor"("workspaceId", "validity", "id", "stage", "countryCode", "lastSeenAt", "scoreRank", "pageviews", "sortName");

-- Stages are three and none is rare; newest first they come with the list's own order.
DROP INDEX "visitor_workspaceId_stage_lastSeenAt_id_idx";

-- listCompanies in each of its orders and countCompanies; industry, country and size are looked at on the way.
DROP INDEX "company_workspaceId_lastSeenAt_id_idx";
CREATE INDEX "company_by_last_seen_idx" ON "company"("workspaceId", "lastSeenAt" DESC, "id" DESC, "industry", "countryCode", "employeeCount");
DROP INDEX "company_workspaceId_visitors_id_idx";
CREATE INDEX "company_by_visitors_idx" ON "company"("workspaceId", "visitors" DESC, "id" DESC, "industry", "countryCode", "employeeCount");
DROP INDEX "company_workspaceId_scoreRank_id_idx";
CREATE INDEX "company_by_score_idx" ON "company"("workspaceId", "scoreRank" DESC, "id" DESC, "industry", "countryCode", "employeeCount", "lastSeenAt");
DROP INDEX "company_workspaceId_sortName_id_idx";
CREATE INDEX "company_by_name_idx" ON "company"("workspaceId", "sortName", "id", "industry", "countryCode", "employeeCount");
