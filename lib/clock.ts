let source: () => number = Date.now;

/** The current time in milliseconds since the epoch. */
export function now(): number {
  return source();
}

/** Replaces the clock (tests only). Returns a function that puts the real one back. */
export function setClock(next: () => number): () => void {
  source = next;
  return () => {
    source = Date.now;
  };
}
