const KEY = Symbol.for("foyer");

/**
 * A value shared by all copies of our code in one process. The server runs `lib` from source and Next
 * runs it from its bundle, so a module-level variable would exist twice: two database engines on one
 * folder, two drains. `globalThis` exists once.
 */
export function slot<T>(name: string, create: () => T): T {
  const shared = globalThis as { [KEY]?: Map<string, unknown> };
  shared[KEY] ??= new Map();
  const slots = shared[KEY];
  if (!slots.has(name)) slots.set(name, create());
  return slots.get(name) as T;
}
