import type { Condition } from "#lib/alerts/conditions.ts";

const EMPTY: { readonly [K in Condition["is"]]: Extract<Condition, { is: K }> } = {
  page: { is: "page", path: "/pricing*" },
  stage: { is: "stage", stage: "qualified" },
  returnVisit: { is: "returnVisit", visits: 2 },
  campaign: { is: "campaign", text: "" },
  source: { is: "source", text: "" },
  companySize: { is: "companySize", min: 50, max: null },
  industry: { is: "industry", text: "" },
  title: { is: "title", text: "" },
  country: { is: "country", codes: [] },
  score: { is: "score", min: 60 },
  validity: { is: "validity", among: ["valid", "valid_catch_all"] },
  owner: { is: "owner", who: "nobody" },
};

/** A condition as it is when it is added. */
export function newCondition(is: Condition["is"]): Condition {
  return EMPTY[is];
}
