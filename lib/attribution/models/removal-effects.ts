import { fundamentalMatrix } from "./dense-core.ts";
import { type Chain, type Core, eliminate, type Pivot } from "./elimination.ts";

/** What is known of each state while the elimination is walked back. */
class Solution {
  /** Expected visits from the start. */
  readonly visits: number[];
  /** Probability to convert from the state. */
  readonly converts: number[];
  /** Those entries of the fundamental matrix that are asked for: core by core, and the others. */
  readonly #core: Float64Array;
  readonly #place = new Map<number, number>();
  readonly #others: Map<number, number>[];

  constructor(core: Core) {
    const n = core.states.length;
    this.visits = core.start.map(() => 0);
    this.converts = core.start.map(() => 0);
    this.#others = core.start.map(() => new Map());
    this.#core = fundamentalMatrix(core);
    core.states.forEach((state, i) => {
      this.#place.set(state, i);
    });
    core.states.forEach((a, i) => {
      core.states.forEach((b, j) => {
        const entry = this.#core[i * n + j] ?? 0;
        this.visits[b] = (this.visits[b] ?? 0) + (core.start[a] ?? 0) * entry;
        this.converts[a] = (this.converts[a] ?? 0) + entry * (core.won[b] ?? 0);
      });
    });
  }

  /** Expected visits to b from a. */
  between(a: number, b: number): number {
    const [i, j] = [this.#place.get(a), this.#place.get(b)];
    if (i === undefined || j === undefined) return this.#others[a]?.get(b) ?? 0;
    return this.#core[i * this.#place.size + j] ?? 0;
  }

  /** Puts a state back whose neighbours are all known. */
  restore({ state, leave, start, won, near }: Pivot): void {
    let arrived = start;
    let wins = won;
    let returns = 0;
    for (const { state: other, to, from } of near) {
      arrived += (this.visits[other] ?? 0) * from;
      wins += to * (this.converts[other] ?? 0);
      let outward = 0;
      let inward = 0;
      for (const via of near) {
        if (via.to !== 0) outward += via.to * this.between(via.state, other);
        if (via.from !== 0) inward += this.between(other, via.state) * via.from;
      }
      this.#others[state]?.set(other, outward / leave);
      this.#others[other]?.set(state, inward / leave);
      returns += (to * inward) / leave;
    }
    this.visits[state] = arrived / leave;
    this.converts[state] = wins / leave;
    this.#others[state]?.set(state, (1 + returns) / leave);
  }
}

/**
 * Per state, the removal effect: 1 − P(conversion when the state leads nowhere) ÷ P(conversion).
 *
 * The conversions lost by a removal are those that pass through the state, so the effect is
 * P(ever in the state) × P(conversion from it) ÷ P(conversion). With u the expected visits, z the
 * expected visits once there (the diagonal of the fundamental matrix) and v the probability to convert
 * from the state, P(ever in the state) is u ÷ z. One elimination, walked back, gives all of them; the
 * entries of the fundamental matrix that a step needs were found by the steps after it (Takahashi).
 */
export function removalEffects(chain: Chain): number[] {
  const { pivots, core } = eliminate(chain);
  const solution = new Solution(core);
  for (const pivot of pivots.toReversed()) solution.restore(pivot);
  const { visits, converts } = solution;
  const total = chain.start.reduce((sum, p, state) => sum + p * (converts[state] ?? 0), 0);
  return chain.start.map((_, state) => {
    const ever = (visits[state] ?? 0) / solution.between(state, state);
    return total === 0 ? 0 : (ever * (converts[state] ?? 0)) / total;
  });
}
