import type { Core } from "./elimination.ts";

/** Inverts a matrix of n × n, row by row, in place. Needs no pivoting where the diagonal dominates. */
function invert(matrix: Float64Array, n: number): void {
  for (let k = 0; k < n; k++) {
    const pivotRow = matrix.subarray(k * n, k * n + n);
    const pivot = pivotRow[k] ?? 1;
    pivotRow[k] = 1;
    for (let j = 0; j < n; j++) pivotRow[j] = (pivotRow[j] ?? 0) / pivot;
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const row = matrix.subarray(i * n, i * n + n);
      const factor = row[k] ?? 0;
      if (factor === 0) continue;
      row[k] = 0;
      for (let j = 0; j < n; j++) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
    }
  }
}

/**
 * The fundamental matrix of a dense core: entry (a, b) is the expected number of visits to the b-th
 * state of the core from its a-th. It is the inverse of what leaves each state minus the steps between.
 */
export function fundamentalMatrix({ states, next, won, lost }: Core): Float64Array {
  const n = states.length;
  const matrix = new Float64Array(n * n);
  const place = new Map(states.map((state, i) => [state, i]));
  states.forEach((state, i) => {
    let leave = (won[state] ?? 0) + (lost[state] ?? 0);
    for (const [to, p] of next[state] ?? []) {
      const j = place.get(to);
      if (j === undefined) continue;
      leave += p;
      matrix[i * n + j] = -p;
    }
    matrix[i * n + i] = leave;
  });
  invert(matrix, n);
  return matrix;
}
