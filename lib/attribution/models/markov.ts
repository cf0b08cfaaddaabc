import { shareOut } from "#lib/attribution/credit.ts";
import type { Journey } from "#lib/attribution/touch.ts";
import type { Chain } from "./elimination.ts";
import { removalEffects } from "./removal-effects.ts";

/**
 * Journeys that do not convert, counted by their steps: `isFirst` comes from nowhere, `isLast` goes
 * nowhere.
 */
export interface ChainCounts {
  from: string | null;
  to: string | null;
  isFirst: boolean;
  isLast: boolean;
  count: number;
}

class Counts {
  readonly states = new Map<string | null, number>();
  readonly start: number[] = [];
  readonly next: Map<number, number>[] = [];
  readonly won: number[] = [];
  readonly lost: number[] = [];
  readonly leaving: number[] = [];
  journeys = 0;

  #state(key: string | null): number {
    const known = this.states.get(key);
    if (known !== undefined) return known;
    const state = this.states.size;
    this.states.set(key, state);
    for (const list of [this.start, this.won, this.lost, this.leaving]) list.push(0);
    this.next.push(new Map());
    return state;
  }

  add({ keys, count }: Journey, ending: number[]): void {
    let previous: number | null = null;
    for (const key of keys) {
      const state = this.#state(key);
      if (previous === null) bump(this.start, state, count);
      else {
        const row = this.next[previous];
        row?.set(state, (row.get(state) ?? 0) + count);
      }
      bump(this.leaving, state, count);
      previous = state;
    }
    if (previous === null) return;
    bump(ending, previous, count);
    this.journeys += count;
  }

  addSteps({ from, to, isFirst, isLast, count }: ChainCounts): void {
    const state = this.#state(to);
    if (isFirst) {
      bump(this.start, state, count);
      this.journeys += count;
    } else {
      const row = this.next[this.#state(from)];
      row?.set(state, (row.get(state) ?? 0) + count);
    }
    bump(this.leaving, state, count);
    if (isLast) bump(this.lost, state, count);
  }

  chain(): Chain {
    const share = (list: number[]) => list.map((count, i) => count / (this.leaving[i] ?? 1));
    return {
      start: this.start.map((count) => count / this.journeys),
      next: this.next.map(
        (row, i) => new Map([...row].map(([to, count]) => [to, count / (this.leaving[i] ?? 1)])),
      ),
      won: share(this.won),
      lost: share(this.lost),
    };
  }
}

function bump(list: number[], index: number, count: number): void {
  list[index] = (list[index] ?? 0) + count;
}

/**
 * Removal effect of each key, from a first-order chain over all journeys; those that do not convert are given
 * by their steps. Journeys without a touch are left out: they would scale all effects alike and change no share.
 */
export function keyEffects(
  converting: Iterable<Journey>,
  others: readonly ChainCounts[],
): Map<string | null, number> {
  const counts = new Counts();
  for (const journey of converting) counts.add(journey, counts.won);
  // In one order, so that the same counts give the same digits.
  const name = ({ from, to, isFirst, isLast }: ChainCounts) =>
    JSON.stringify([from, to, isFirst, isLast]);
  const sorted = others.map((step) => ({ step, name: name(step) }));
  sorted.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { step } of sorted) counts.addSteps(step);
  const effects = removalEffects(counts.chain());
  return new Map([...counts.states].map(([key, state]) => [key, effects[state] ?? 0]));
}

/** Shares a conversion in proportion to the removal effects of its touches' keys. */
export function shareByEffects(
  keys: readonly (string | null)[],
  effects: ReadonlyMap<string | null, number>,
): number[] {
  return shareOut(keys.map((key) => effects.get(key) ?? 0));
}
