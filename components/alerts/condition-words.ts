import type { Condition } from "#lib/alerts/conditions.ts";
import { formatNumber } from "#lib/format.ts";
import { STEP_WORDS, VALIDITY_WORDS, wordItems } from "#lib/visitor-words.ts";

/** What kinds there are, in the order in which they are offered. */
export const CONDITION_LABELS: Readonly<Record<Condition["is"], string>> = {
  page: "Views a page",
  stage: "Reaches a stage",
  returnVisit: "Comes back",
  campaign: "Comes by a campaign",
  source: "Comes from a source",
  companySize: "Company size",
  industry: "Industry",
  title: "Job title",
  country: "Country",
  score: "Score",
  validity: "E-mail validity",
  owner: "Owner",
};

const { outcome: _, ...stages } = STEP_WORDS;
export const STAGE_ITEMS = wordItems(stages);

export const VALIDITY_ITEMS = wordItems(VALIDITY_WORDS);

export const OWNER_ITEMS = [
  { value: "me", label: "Mine" },
  { value: "nobody", label: "Nobody’s" },
  { value: "somebody", label: "Somebody’s" },
] as const;

const labelOf = (items: readonly { value: string; label: string }[], value: string) =>
  items.find((item) => item.value === value)?.label ?? value;

/** A condition in a few words. */
export function conditionWords(one: Condition): string {
  switch (one.is) {
    case "page":
      return `views ${one.path}`;
    case "stage":
      return `stage “${labelOf(STAGE_ITEMS, one.stage)}”`;
    case "returnVisit":
      return `visit ${one.visits} or later`;
    case "campaign":
      return `campaign “${one.text}”`;
    case "source":
      return `source “${one.text}”`;
    case "companySize":
      return sizeWords(one.min, one.max);
    case "industry":
      return `industry “${one.text}”`;
    case "title":
      return `title “${one.text}”`;
    case "country":
      return `in ${one.codes.join(", ")}`;
    case "score":
      return `score ${one.min} or more`;
    case "validity":
      return `e-mail ${one.among.map((word) => labelOf(VALIDITY_ITEMS, word).toLowerCase()).join(" or ")}`;
    case "owner":
      return `owner: ${labelOf(OWNER_ITEMS, one.who).toLowerCase()}`;
  }
}

function sizeWords(min: number | null, max: number | null): string {
  if (min !== null && max !== null) return `${formatNumber(min)}–${formatNumber(max)} employees`;
  if (max !== null) return `up to ${formatNumber(max)} employees`;
  return `${formatNumber(min ?? 0)} employees or more`;
}

/** All conditions of a rule in one line. */
export function conditionsWords(all: readonly Condition[]): string {
  return all.map(conditionWords).join(" · ");
}
