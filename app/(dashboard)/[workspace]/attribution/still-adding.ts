import { slot } from "#lib/slot.ts";

/** So long a reader looks at an empty page before it is told why. */
const PATIENCE_MS = 8_000;

const running = slot("attribution.sections", () => new Map<string, Promise<unknown>>());

function settlesWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  const settled = work.then(
    () => true,
    () => true,
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  return Promise.race([settled, late]).finally(() => clearTimeout(timer));
}

/**
 * What `work` gives, or null while it takes longer than a reader waits. It goes on meanwhile, and what it adds up is
 * kept; whoever asks by the same name waits with the first instead of having the same added up beside it.
 */
export async function whenAdded<T>(
  name: string,
  work: () => Promise<T>,
  patienceMs = PATIENCE_MS,
): Promise<T | null> {
  const endsAt = performance.now() + patienceMs;
  const before = running.get(name);
  if (before && !(await settlesWithin(before, patienceMs))) return null;
  const own = work();
  const listed = own.finally(() => {
    if (running.get(name) === listed) running.delete(name);
  });
  // Whoever waits for `own` hears of its failure.
  listed.catch(() => undefined);
  if (!running.has(name)) running.set(name, listed);
  return (await settlesWithin(own, Math.max(0, endsAt - performance.now()))) ? own : null;
}
