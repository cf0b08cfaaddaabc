/**
 * A second opinion for tests: the contract's definitions as plain loops in floating point, sharing no
 * code with the models. Slow on purpose: a removed key is really taken out and the chain run anew.
 */
export interface OracleTouch {
  sid: string;
  at: number;
  key: string | null;
  isDirect: boolean;
}

export interface OracleConversion {
  at: number;
  touches: OracleTouch[];
}

const WEEK = 604_800_000;

/** P(conversion) when journeys that step on `removed` end there. Steps are repeated until none is left. */
export function oracleConversion(
  won: (string | null)[][],
  lost: (string | null)[][],
  removed?: string | null,
): number {
  const steps: Record<string, Record<string, number>> = {};
  const name = (key: string | null) => (key === null ? "∅" : `k:${key}`);
  const walk = (journey: (string | null)[], end: string) => {
    const path = ["START", ...journey.map(name), end];
    for (let i = 1; i < path.length; i++) {
      const from = String(path[i - 1]);
      const to = String(path[i]);
      steps[from] ??= {};
      const row = steps[from];
      row[to] = (row[to] ?? 0) + 1;
    }
  };
  for (const journey of won) walk(journey, "WON");
  for (const journey of lost) walk(journey, "LOST");
  let here: Record<string, number> = { START: 1 };
  let converted = 0;
  for (let round = 0; round < 100_000; round++) {
    const there: Record<string, number> = {};
    let moving = 0;
    for (const [from, mass] of Object.entries(here)) {
      const row = steps[from] ?? {};
      const all = Object.values(row).reduce((a, b) => a + b, 0);
      for (const [to, count] of Object.entries(row)) {
        const part = (mass * count) / all;
        if (to === "WON") converted += part;
        else if (to !== "LOST" && !(removed !== undefined && to === name(removed))) {
          there[to] = (there[to] ?? 0) + part;
          moving += part;
        }
      }
    }
    here = there;
    if (moving < 1e-15) break;
  }
  return converted;
}

/** Credits per touch by the named model. `effects` is asked for `markov` alone. */
export function oracleCredits(
  model: string,
  { touches, at }: OracleConversion,
  effects: Map<string | null, number>,
): number[] {
  const n = touches.length;
  const credits: number[] = [];
  let winner = model === "first" ? 0 : n - 1;
  if (model === "last_non_direct") {
    for (let i = 0; i < n; i++) if (touches[i]?.isDirect === false) winner = i;
  }
  for (let i = 0; i < n; i++) {
    const touch = touches[i];
    if (!touch) continue;
    if (model === "linear") credits.push(1 / n);
    else if (model === "position") {
      if (n === 1) credits.push(1);
      else if (n === 2) credits.push(0.5);
      else credits.push(i === 0 || i === n - 1 ? 0.4 : 0.2 / (n - 2));
    } else if (model === "time_decay") credits.push(0.5 ** ((at - touch.at) / WEEK));
    else if (model === "markov") credits.push(effects.get(touch.key) ?? 0);
    else credits.push(i === winner ? 1 : 0);
  }
  const total = credits.reduce((a, b) => a + b, 0);
  return credits.map((credit) => (total === 0 ? 1 / n : credit / total));
}

/** Removal effect of each key that a journey has. */
export function oracleEffects(
  won: (string | null)[][],
  lost: (string | null)[][],
): Map<string | null, number> {
  const whole = oracleConversion(won, lost);
  const effects = new Map<string | null, number>();
  for (const key of new Set([...won, ...lost].flat())) {
    effects.set(key, whole === 0 ? 0 : 1 - oracleConversion(won, lost, key) / whole);
  }
  return effects;
}
