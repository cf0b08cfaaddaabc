/** The visitor row as projection writes it. */
export const VISITOR = {
  table: "visitor",
  key: ["id"],
  columns: {
    id: "text",
    key: "text",
    facts: "jsonb",
    fullName: "text",
    firstName: "text",
    lastName: "text",
    headline: "text",
    jobTitle: "text",
    linkedinUrl: "text",
    city: "text",
    region: "text",
    country: "text",
    countryCode: "text",
    companyId: "text",
    companyName: "text",
    companyDomain: "text",
    primaryEmail: "text",
    validity: "text",
    stage: "text",
    firstSeenAt: "timestamptz",
    lastSeenAt: "timestamptz",
    sessions: "int",
    pageviews: "int",
    engagedMs: "bigint",
    firstTouchSid: "text",
    lastTouchSid: "text",
    scoreRank: "bigint",
    scoreVersion: "int",
    sortName: "text",
    searchText: "text",
  },
};

export const VISITOR_EMAIL = {
  table: "visitor_email",
  key: ["visitorId", "email"],
  columns: {
    visitorId: "text",
    email: "text",
    type: "text",
    aliasId: "text",
    firstAt: "timestamptz",
    lastAt: "timestamptz",
  },
};

export const STAGE_REACHED = {
  table: "stage_reached",
  key: ["visitorId", "goal"],
  columns: { visitorId: "text", goal: "text", reachedAt: "timestamptz", eventId: "text" },
};
