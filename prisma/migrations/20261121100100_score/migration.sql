-- The score of a visitor as a rank whose order does not change with time (docs/scoring.md).
DROP INDEX "visitor_workspaceId_score_id_idx";

ALTER TABLE "visitor" DROP COLUMN "score",
ADD COLUMN     "scoreRank" BIGINT NOT NULL DEFAULT -9000000000000000,
ADD COLUMN     "scoreVersion" INTEGER NOT NULL DEFAULT -1;

ALTER TABLE "company" DROP COLUMN "score",
ADD COLUMN     "scoreRank" BIGINT NOT NULL DEFAULT -9000000000000000;

CREATE INDEX "visitor_workspaceId_scoreRank_id_idx" ON "visitor"("workspaceId", "scoreRank" DESC, "id" DESC);

CREATE INDEX "company_workspaceId_scoreRank_id_idx" ON "company"("workspaceId", "scoreRank" DESC, "id" DESC);

CREATE TABLE "score_rule_set" (
    "workspaceId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "halfLifeMs" BIGINT NOT NULL,
    "originMs" BIGINT NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "score_rule_set_pkey" PRIMARY KEY ("workspaceId","version")
);

-- Version 0 is the one that Foyer comes with and needs no row.
ALTER TABLE "score_rule_set" ADD CONSTRAINT "score_rule_set_version_check" CHECK ("version" > 0);
ALTER TABLE "score_rule_set" ADD CONSTRAINT "score_rule_set_halfLifeMs_check" CHECK ("halfLifeMs" > 0);

-- Visitors from before there was a score get theirs from a job.
INSERT INTO "job" ("workspaceId", "id", "name", "input")
SELECT w."id", 'job_first_scores', 'scores.recompute', '{}'
FROM "workspace" w WHERE EXISTS (SELECT 1 FROM "visitor" v WHERE v."workspaceId" = w."id");
