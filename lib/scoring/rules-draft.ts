import { z } from "zod";
import { FoyerError } from "#lib/errors.ts";
import { type ScoreRules, scoreRules } from "#lib/scoring/score-rules.ts";
import { OUTCOME_STATUSES, type OutcomeStatus } from "#lib/worklist/account.ts";

const cell = z.string().max(10_000);
const line = z.record(z.string().max(40), cell);
const lines = z.array(line).max(100);

/** Rules as a form holds them: every cell is the text that stands in it. */
export const rulesDraft = z.object({
  companySize: lines,
  industries: lines,
  countries: lines,
  seniority: lines,
  pages: lines,
  /** By status: its points, and what it weighs the rest by. */
  outcomes: z.record(z.enum(OUTCOME_STATUSES), line),
  numbers: line,
});

export type RulesDraft = z.output<typeof rulesDraft>;
export type DraftLine = z.output<typeof line>;

/** The form of rules. */
export function draftOf({ fit, intent, outcomes, halfLifeDays, midpoint }: ScoreRules): RulesDraft {
  const worded = ({ name, words, factor }: { name: string; words: string[]; factor: number }) => ({
    name,
    words: words.join(", "),
    factor: String(factor),
  });
  return {
    companySize: fit.companySize.map(({ from, to, factor }) => ({
      from: String(from),
      to: to === null ? "" : String(to),
      factor: String(factor),
    })),
    industries: fit.industries.map(worded),
    countries: fit.countries.map(({ name, codes, factor }) => ({
      name,
      codes: codes.join(", "),
      factor: String(factor),
    })),
    seniority: fit.seniority.map(worded),
    pages: intent.pages.map(({ name, path, points, atMost }) => ({
      name,
      path,
      points: String(points),
      atMost: String(atMost),
    })),
    outcomes: byStatus((status) => textsOf(outcomes[status])),
    numbers: textsOf({
      ...intent.depth,
      returnVisit: intent.returnVisit,
      qualified: intent.qualified,
      enriched: intent.enriched,
      validEmail: intent.validEmail,
      halfLifeDays,
      midpoint,
    }),
  };
}

function textsOf(numbers: Record<string, number>): DraftLine {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]));
}

/** An entry for each status. */
function byStatus<T>(entryOf: (status: OutcomeStatus) => T): Record<OutcomeStatus, T> {
  return {
    meeting: entryOf("meeting"),
    opportunity: entryOf("opportunity"),
    won: entryOf("won"),
    lost: entryOf("lost"),
    not_a_fit: entryOf("not_a_fit"),
  };
}

export type ParsedRules =
  | { rules: ScoreRules; errors: null }
  /** By the place in the draft: "pages.0.path", "numbers.midpoint". */
  | { rules: null; errors: Record<string, string> };

/** The rules of a form, or what is wrong with it. Throws `invalid_request` on what no form of ours sends. */
export function parseDraft(untrusted: unknown): ParsedRules {
  const opened = rulesDraft.safeParse(untrusted);
  if (!opened.success) throw new FoyerError("invalid_request", "This form is not ours.");
  const parsed = scoreRules.safeParse(rulesOf(opened.data));
  if (parsed.success) return { rules: parsed.data, errors: null };
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) errors[placeOf(path)] ??= message;
  return { rules: null, errors };
}

// Undefined where there is no number, so that the schema says so.
const numberOf = (text = "") => (text.trim() === "" ? undefined : Number(text.replace(",", ".")));
const listOf = (text = "") =>
  text
    .split(/[,\n]/)
    .map((one) => one.trim())
    .filter(Boolean);

function rulesOf({ numbers, ...draft }: RulesDraft) {
  const n = (name: string) => numberOf(numbers[name]);
  const worded = ({ name, words, factor }: DraftLine) => ({
    name,
    words: listOf(words),
    factor: numberOf(factor),
  });
  return {
    fit: {
      companySize: draft.companySize.map(({ from, to, factor }) => ({
        from: numberOf(from),
        to: numberOf(to) ?? null,
        factor: numberOf(factor),
      })),
      industries: draft.industries.map(worded),
      countries: draft.countries.map(({ name, codes, factor }) => ({
        name,
        codes: listOf(codes?.toUpperCase()),
        factor: numberOf(factor),
      })),
      seniority: draft.seniority.map(worded),
    },
    intent: {
      pages: draft.pages.map(({ name, path, points, atMost }) => ({
        name,
        path,
        points: numberOf(points),
        atMost: numberOf(atMost),
      })),
      depth: {
        perPage: n("perPage"),
        maxPages: n("maxPages"),
        perMinute: n("perMinute"),
        maxMinutes: n("maxMinutes"),
      },
      returnVisit: n("returnVisit"),
      qualified: n("qualified"),
      enriched: n("enriched"),
      validEmail: n("validEmail"),
    },
    outcomes: byStatus((status) => {
      const { points, earlier, later } = draft.outcomes[status];
      return { points: numberOf(points), earlier: numberOf(earlier), later: numberOf(later) };
    }),
    halfLifeDays: n("halfLifeDays"),
    midpoint: n("midpoint"),
  };
}

/** Where the draft holds what the rules hold at a path; within a cell of several words, the cell. */
function placeOf(path: readonly PropertyKey[]): string {
  const [group, list, place, cell] = path;
  if (group === "outcomes") return path.join(".");
  if (typeof place === "number")
    return [list, place, cell].filter((part) => part !== undefined).join(".");
  return `numbers.${String(path.at(-1))}`;
}
