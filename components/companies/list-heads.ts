/** The heads of the company list, for its skeleton. */
export const COMPANY_HEADS = [
  "Company",
  "Industry",
  "Employees",
  "Country",
  "Score",
  "Visitors",
  "Sessions",
  "Pages",
  "Last seen",
] as const;
