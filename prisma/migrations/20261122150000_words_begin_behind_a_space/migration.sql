-- containsWords (lib/text-search.ts), for lists, counts and the palette. With a space before the first word, too, every
-- word begins behind one: two letters are one pattern ('% an%') instead of two of which an index can only give the
-- union, and beside other words they narrow what the index finds.
DROP INDEX "visitor_searchText_idx";
CREATE INDEX "visitor_words_idx" ON "visitor" USING GIN ((' ' || "searchText") gin_trgm_ops);
DROP INDEX "company_searchText_idx";
CREATE INDEX "company_words_idx" ON "company" USING GIN ((' ' || "searchText") gin_trgm_ops);

-- The planner now asks the statistics of the indexes' expressions, as many as it had of the columns (list_speed).
ALTER INDEX "visitor_words_idx" ALTER COLUMN 1 SET STATISTICS 1000;
ALTER INDEX "company_words_idx" ALTER COLUMN 1 SET STATISTICS 1000;
ALTER TABLE "visitor" ALTER COLUMN "searchText" SET STATISTICS -1;
ALTER TABLE "company" ALTER COLUMN "searchText" SET STATISTICS -1;

-- Without statistics of the new expressions no word would be rare or frequent. A connection that has an index open does
-- not learn of its new target: this one samples as much for all columns, once.
SET LOCAL default_statistics_target = 1000;
ANALYZE "visitor";
ANALYZE "company";
SET LOCAL default_statistics_target = DEFAULT;
