-- What reports depend on beside sessions and conversions has versions of its own, and a report that does
-- not add up over dates is kept whole, with the versions that it was worked out from.

-- CreateTable
CREATE TABLE "attribution_aside" (
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "attribution_aside_pkey" PRIMARY KEY ("workspaceId","name")
);

-- CreateTable
CREATE TABLE "attribution_report" (
    "workspaceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "stamp" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "addedUpAt" TIMESTAMPTZ(3) NOT NULL,
    "tookMs" INTEGER NOT NULL,
    "usedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attribution_report_pkey" PRIMARY KEY ("workspaceId","kind","question")
);

-- Counts a change of the rows that the trigger's argument names. One statement is one change, however
-- many rows it writes.
CREATE FUNCTION attribution_aside_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO attribution_aside AS a ("workspaceId", "name", "version")
  SELECT DISTINCT c."workspaceId", TG_ARGV[0], 1 FROM changed c
  ON CONFLICT ("workspaceId", "name") DO UPDATE SET "version" = a."version" + 1;
  RETURN NULL;
END;
$$;

-- The same for one row: its condition is looked at without calling anything.
CREATE FUNCTION attribution_aside_row_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO attribution_aside AS a ("workspaceId", "name", "version")
  VALUES (NEW."workspaceId", TG_ARGV[0], 1)
  ON CONFLICT ("workspaceId", "name") DO UPDATE SET "version" = a."version" + 1;
  RETURN NULL;
END;
$$;

-- Who somebody is today. A visitor that is new or gone has sessions or conversions that are.
CREATE TRIGGER "visitor_attribution_update" AFTER UPDATE ON "visitor" FOR EACH ROW
  WHEN (OLD."companyId" IS DISTINCT FROM NEW."companyId"
    OR OLD."countryCode" IS DISTINCT FROM NEW."countryCode"
    OR OLD."primaryEmail" IS DISTINCT FROM NEW."primaryEmail"
    OR OLD."validity" IS DISTINCT FROM NEW."validity"
    OR OLD."fullName" IS DISTINCT FROM NEW."fullName"
    OR OLD."companyName" IS DISTINCT FROM NEW."companyName"
    OR OLD."firstTouchSid" IS DISTINCT FROM NEW."firstTouchSid")
  EXECUTE FUNCTION attribution_aside_row_changed('people');
CREATE TRIGGER "company_attribution_update" AFTER UPDATE ON "company" FOR EACH ROW
  WHEN (OLD."countryCode" IS DISTINCT FROM NEW."countryCode" OR OLD."name" IS DISTINCT FROM NEW."name")
  EXECUTE FUNCTION attribution_aside_row_changed('people');

-- What the team wrote, and what validation said.
CREATE TRIGGER "outcome_attribution_insert" AFTER INSERT ON "outcome"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attribution_aside_changed('outcomes');
CREATE TRIGGER "outcome_attribution_update" AFTER UPDATE ON "outcome"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attribution_aside_changed('outcomes');
CREATE TRIGGER "outcome_attribution_delete" AFTER DELETE ON "outcome"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attribution_aside_changed('outcomes');
CREATE TRIGGER "email_validation_attribution_insert" AFTER INSERT ON "email_validation"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attribution_aside_changed('results');
CREATE TRIGGER "email_validation_attribution_update" AFTER UPDATE ON "email_validation"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attribution_aside_changed('results');
CREATE TRIGGER "email_validation_attribution_delete" AFTER DELETE ON "email_validation"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attribution_aside_changed('results');

-- Pages of a session are written anew together.
CREATE TRIGGER "page_view_attribution_insert" AFTER INSERT ON "page_view"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attribution_aside_changed('pages');
CREATE TRIGGER "page_view_attribution_update" AFTER UPDATE ON "page_view"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attribution_aside_changed('pages');
CREATE TRIGGER "page_view_attribution_delete" AFTER DELETE ON "page_view"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attribution_aside_changed('pages');
