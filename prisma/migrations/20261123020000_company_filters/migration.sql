-- countCompanies by industry and by country: ten thousand of them in the order of the list's indexes are as many as there
-- are companies to look through, with a lower() for each. The column itself stands behind its expression, since without
-- it no index on the expression is read alone. listCompanies and the worklist learn from the expressions' statistics how
-- frequent a value is; without those the planner takes every one for rare.
CREATE INDEX "company_by_industry_idx" ON "company"("workspaceId", lower("industry"), "industry");
CREATE INDEX "company_by_country_idx" ON "company"("workspaceId", upper("countryCode"), "countryCode");
ANALYZE "company";
