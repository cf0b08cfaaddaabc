const PREFIX = "foyer.";

/**
 * A value shared by all copies of our code in one process. The server runs `lib` from source and Next
 * runs it from its bundle, so a module-level variable would exist twice: two database engines on one
 * folder, two drains. `globalThis` exists once.
 */
export function slot<T>(name: string, create: () => T): T {
  const store: Record<symbol, unknown> = globalThis as unknown as Record<symbol, unknown>;
  const key = Symbol.for(PREFIX + name);
  if (!(key in store)) store[key] = create();
  return store[key] as T;
}
