-- A member's own time zone (null: the browser's), and of what they do not want to be told.
ALTER TABLE "user" ADD COLUMN "timezone" TEXT;
ALTER TABLE "membership" ADD COLUMN "mutedNotices" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- Outcomes count in the score from now on, also those that were recorded before: by the rules that Foyer
-- comes with, where a workspace has none of its own (rules that were saved say nothing of outcomes). Their
-- people are scored anew by the job that a change of the rules starts.
UPDATE "visitor" v SET "scoreVersion" = -1
WHERE EXISTS (SELECT 1 FROM "outcome" o WHERE o."workspaceId" = v."workspaceId"
    AND (o."companyId" = v."companyId" OR o."visitorId" = v."id"))
  AND NOT EXISTS (SELECT 1 FROM "score_rule_set" r WHERE r."workspaceId" = v."workspaceId");
INSERT INTO "job" ("workspaceId", "id", "name", "input")
SELECT DISTINCT o."workspaceId", 'job_score_outcomes', 'scores.recompute', '{}'::jsonb FROM "outcome" o
WHERE NOT EXISTS (SELECT 1 FROM "score_rule_set" r WHERE r."workspaceId" = o."workspaceId");
