import type { DimensionName } from "#lib/attribution/dimensions.ts";
import type { ModelName } from "#lib/attribution/models.ts";
import type { RowDimensions, RowKey } from "#lib/attribution/row-key.ts";
import { STEP_WORDS } from "#lib/visitor-words.ts";

/** What each model does with one conversion, in one sentence. */
export const MODEL_EXPLANATION: Record<ModelName, string> = {
  first: "All credit goes to the first session within the lookback.",
  last: "All credit goes to the last session before the conversion.",
  last_non_direct:
    "All credit goes to the last session that came from somewhere; if all were direct, to the last.",
  linear: "Every session before the conversion gets the same credit.",
  position:
    "40 % goes to the first session, 40 % to the last, and 20 % is shared by those between.",
  time_decay: "The nearer to the conversion, the more: seven days earlier is worth half.",
  markov:
    "Credit follows how many conversions would be lost without each key, learnt from all journeys of the period.",
};

// What came of it is a goal by its kind: `outcome:won`.
const { outcome: _, ...STAGES } = STEP_WORDS;
const GOALS: Readonly<Record<string, string>> = STAGES;

const OUTCOMES: Record<string, string> = {
  meeting: "Meeting",
  opportunity: "Opportunity",
  won: "Won",
};

/** The goals that every workspace has. Outcomes that nobody hopes for are goals too, but not offered. */
export const GOAL_NAMES: readonly string[] = [
  ...Object.keys(GOALS),
  ...Object.keys(OUTCOMES).map((status) => `outcome:${status}`),
];

export function goalWords(goal: string): string {
  const known = GOALS[goal];
  if (known) return known;
  const [kind, name] = goal.split(":", 2);
  if (kind === "page") return "Page goal";
  return OUTCOMES[name ?? ""] ?? `Outcome ${name}`;
}

/** Every session has a channel and a landing page, so there null can only mean that there was none. */
const ALWAYS_SET: readonly DimensionName[] = ["channel", "landing_page"];

export function keyWords(key: string | null, dimension: DimensionName): string {
  return key ?? (ALWAYS_SET.includes(dimension) ? "No touch" : "Not set");
}

/** What a row is called: by its key, or by both keys of a pair. */
export function rowWords(of: RowDimensions, { key, secondKey = null }: RowKey): string {
  const first = keyWords(key, of.dimension);
  if (!of.secondDimension || (key === null && secondKey === null)) return first;
  return `${first} × ${keyWords(secondKey, of.secondDimension)}`;
}

/** What the row of the key null holds. */
export function nullKeyNote(dimension: DimensionName, label: string): string {
  return ALWAYS_SET.includes(dimension)
    ? "No touch: conversions without a session within the lookback."
    : `Not set: sessions without a ${label}, and conversions without a session within the lookback.`;
}
