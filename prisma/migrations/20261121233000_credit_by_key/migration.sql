-- The credit of some keys by date, for the chart over time. A key may be longer than an index entry: it is found by its hash.
CREATE INDEX "attribution_credit_by_key_idx" ON "attribution_credit"("workspaceId", "timezone", "goal", "dimension",
  hashtextextended("key", 0));
