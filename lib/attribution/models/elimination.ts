/** A Markov chain over states 0…n−1 whose journeys end won or lost. */
export interface Chain {
  /** Probability that a journey starts in the state. */
  start: readonly number[];
  /** Per state, the probability of each other state next. Steps to the same state are left out. */
  next: readonly ReadonlyMap<number, number>[];
  /** Per state, the probability that the journey converts next. */
  won: readonly number[];
  /** Per state, the probability that the journey ends without conversion next. */
  lost: readonly number[];
}

/** A state at the moment it was taken out: its share of everything that was left by then. */
export interface Pivot {
  state: number;
  /** Probability to leave the state, 1 − probability of staying. */
  leave: number;
  start: number;
  won: number;
  /** Neighbours that were left, with the steps to and from them (0 for a one-way neighbour). */
  near: readonly { state: number; to: number; from: number }[];
}

/** What is left of a chain when nearly every state is a neighbour of every other. */
export interface Core extends Chain {
  states: readonly number[];
}

/** States by number of neighbours; stale entries are skipped by the reader. */
class Queue {
  readonly #buckets: number[][] = [];
  #lowest = 0;

  put(state: number, degree: number): void {
    for (let i = this.#buckets.length; i <= degree; i++) this.#buckets.push([]);
    this.#buckets[degree]?.push(state);
    this.#lowest = Math.min(this.#lowest, degree);
  }

  take(isCurrent: (state: number, degree: number) => boolean): number | undefined {
    for (; this.#lowest < this.#buckets.length; this.#lowest++) {
      for (;;) {
        const state = this.#buckets[this.#lowest]?.pop();
        if (state === undefined) break;
        if (isCurrent(state, this.#lowest)) return state;
      }
    }
    return undefined;
  }
}

/** Copies of the rows with a 0 for each missing way back, so that neighbours are mutual. */
function mutualRows(next: Chain["next"]): Map<number, number>[] {
  const rows = next.map((row, from) => new Map([...row].filter(([to]) => to !== from)));
  rows.forEach((row, from) => {
    for (const to of row.keys()) {
      if (!rows[to]?.has(from)) rows[to]?.set(from, 0);
    }
  });
  return rows;
}

// A map's entry costs far more than a matrix's, so a well-connected rest is left to the matrix.
const CORE_DEGREE = 40;
const CORE_DENSITY = 0.4;

/**
 * Takes the states out of the chain one by one, joining each way in with each way out, those with the
 * fewest neighbours first so that a sparse chain stays sparse; stops where the rest is dense. Nothing
 * is ever subtracted (Grassmann, Taksar and Heyman 1985), so no digits are lost whatever the chain.
 */
export function eliminate(chain: Chain): { pivots: Pivot[]; core: Core } {
  const rows = mutualRows(chain.next);
  const [start, won, lost] = [[...chain.start], [...chain.won], [...chain.lost]];
  const isOut = rows.map(() => false);
  const queue = new Queue();
  rows.forEach((row, state) => {
    queue.put(state, row.size);
  });
  const pivots: Pivot[] = [];
  for (;;) {
    const state = queue.take((s, degree) => !isOut[s] && rows[s]?.size === degree);
    const left = rows.length - pivots.length;
    const degree = state === undefined ? 0 : (rows[state]?.size ?? 0);
    if (state === undefined || (degree > CORE_DEGREE && degree > CORE_DENSITY * left)) {
      const states = [...rows.keys()].filter((each) => !isOut[each]);
      return { pivots, core: { states, start, next: rows, won, lost } };
    }
    isOut[state] = true;
    const near = [...(rows[state] ?? [])].map(([neighbour, to]) => ({
      state: neighbour,
      to,
      from: rows[neighbour]?.get(state) ?? 0,
    }));
    const [s, w, l] = [start[state] ?? 0, won[state] ?? 0, lost[state] ?? 0];
    const leave = near.reduce((sum, { to }) => sum + to, w + l);
    pivots.push({ state, leave, start: s, won: w, near });
    for (const a of near) {
      const row = rows[a.state];
      row?.delete(state);
      const share = a.from / leave;
      start[a.state] = (start[a.state] ?? 0) + (s * a.to) / leave;
      won[a.state] = (won[a.state] ?? 0) + share * w;
      lost[a.state] = (lost[a.state] ?? 0) + share * l;
      for (const b of near) {
        if (b !== a) row?.set(b.state, (row.get(b.state) ?? 0) + share * b.to);
      }
    }
    for (const { state: neighbour } of near) queue.put(neighbour, rows[neighbour]?.size ?? 0);
  }
}
