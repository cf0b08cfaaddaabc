-- The receipts behind a key: a tile lists when its newest conversions with the key were, so that none without it has to
-- be looked at (lib/attribution/tiles/find-key.ts). What was added up before does not say it, and is added up again.
ALTER TABLE "attribution_credit" ADD COLUMN "newest" bigint[];
DELETE FROM "attribution_tile" WHERE "kind" <> 'traffic';
