import { formatNumber } from "#lib/format.ts";
import type { ScoreRules } from "#lib/scoring/score-rules.ts";

/** What is other in one set of rules than in the one before, a line for each: "Half-life: 14 → 5 days". */
export function describeChange(before: ScoreRules, after: ScoreRules): string[] {
  const old = wordsOf(before);
  const fresh = wordsOf(after);
  const lines: string[] = [];
  for (const [label, text] of fresh) {
    const was = old.get(label);
    if (was === undefined) lines.push(`${label} added: ${text}`);
    else if (was !== text) lines.push(`${label}: ${was} → ${text}`);
  }
  for (const [label, was] of old) if (!fresh.has(label)) lines.push(`${label} removed: ${was}`);
  const isMoved = lines.length === 0 && JSON.stringify(before) !== JSON.stringify(after);
  return isMoved ? ["Another order of the rules"] : lines;
}

function wordsOf({ fit, intent, outcomes, halfLifeDays, midpoint }: ScoreRules) {
  const words = new Map<string, string>();
  const put = (label: string, text: string) => {
    let name = label;
    for (let n = 2; words.has(name); n++) name = `${label} (${n})`;
    words.set(name, text);
  };
  for (const { name, path, points, atMost } of intent.pages) {
    put(`Page rule “${name}”`, `${path}, ${num(points)} points, at most ${num(atMost)}`);
  }
  const { depth } = intent;
  put("Depth by pages", `${num(depth.perPage)} points, at most ${num(depth.maxPages)}`);
  put("Depth by minutes", `${num(depth.perMinute)} points, at most ${num(depth.maxMinutes)}`);
  put("Return visit", `${num(intent.returnVisit)} points`);
  put("Qualified", `${num(intent.qualified)} points`);
  put("Enriched", `${num(intent.enriched)} points`);
  put("Valid e-mail", `${num(intent.validEmail)} points`);
  for (const { from, to, factor } of fit.companySize) {
    const size = to === null ? `${num(from)} and more` : `${num(from)}–${num(to)}`;
    put(`Company size ${size}`, `× ${num(factor)}`);
  }
  for (const one of fit.seniority) put(`Seniority “${one.name}”`, factorOf(one.words, one.factor));
  for (const one of fit.industries) put(`Industry “${one.name}”`, factorOf(one.words, one.factor));
  for (const one of fit.countries) put(`Countries “${one.name}”`, factorOf(one.codes, one.factor));
  for (const [status, { points, earlier, later }] of Object.entries(outcomes)) {
    put(
      `Outcome “${status.replaceAll("_", " ")}”`,
      `${num(points)} points, before × ${num(earlier)}, since × ${num(later)}`,
    );
  }
  put("Half-life", `${num(halfLifeDays)} days`);
  put("Score of 50", `${num(midpoint)} points`);
  return words;
}

function factorOf(words: readonly string[], factor: number): string {
  return `${words.join(", ")} × ${num(factor)}`;
}

function num(value: number): string {
  return formatNumber(value);
}
