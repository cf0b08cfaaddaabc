-- Reports of some visitors are kept too: they depend on the stage of a visitor and the size of its company.
DROP TRIGGER "visitor_attribution_update" ON "visitor";
CREATE TRIGGER "visitor_attribution_update" AFTER UPDATE ON "visitor" FOR EACH ROW
  WHEN (OLD."companyId" IS DISTINCT FROM NEW."companyId"
    OR OLD."countryCode" IS DISTINCT FROM NEW."countryCode"
    OR OLD."primaryEmail" IS DISTINCT FROM NEW."primaryEmail"
    OR OLD."validity" IS DISTINCT FROM NEW."validity"
    OR OLD."stage" IS DISTINCT FROM NEW."stage"
    OR OLD."fullName" IS DISTINCT FROM NEW."fullName"
    OR OLD."companyName" IS DISTINCT FROM NEW."companyName"
    OR OLD."firstTouchSid" IS DISTINCT FROM NEW."firstTouchSid")
  EXECUTE FUNCTION attribution_aside_row_changed('people');
DROP TRIGGER "company_attribution_update" ON "company";
CREATE TRIGGER "company_attribution_update" AFTER UPDATE ON "company" FOR EACH ROW
  WHEN (OLD."countryCode" IS DISTINCT FROM NEW."countryCode" OR OLD."name" IS DISTINCT FROM NEW."name"
    OR OLD."employeeCount" IS DISTINCT FROM NEW."employeeCount")
  EXECUTE FUNCTION attribution_aside_row_changed('people');

-- The report of the model that learns is one of credit now.
DELETE FROM "attribution_report" WHERE "kind" = 'learnt';
