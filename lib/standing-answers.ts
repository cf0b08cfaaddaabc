import { now } from "#lib/clock.ts";
import { slot } from "#lib/slot.ts";

/** A composed query, or its text with `$1`, `$2`, … and their values. */
export interface Query {
  text: string;
  values: readonly unknown[];
}

const A_MINUTE_MS = 60_000;
const MOST_KEPT = 1_000;

/** Answers to queries that stand for a minute (`standsMs`), in the memory of this process; when there are too many, none does. */
export function standingAnswers<T>(name: string, standsMs = A_MINUTE_MS) {
  // `until` in ms since the epoch.
  const kept = slot(name, () => new Map<string, { until: number; answer: T }>());
  const keyOf = ({ text, values }: Query) => JSON.stringify([text, values]);
  return {
    get(query: Query): T | undefined {
      const found = kept.get(keyOf(query));
      return found && found.until > now() ? found.answer : undefined;
    },
    set(query: Query, answer: T): void {
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(keyOf(query), { until: now() + standsMs, answer });
    },
    delete(query: Query): void {
      kept.delete(keyOf(query));
    },
    clear(): void {
      kept.clear();
    },
  };
}
