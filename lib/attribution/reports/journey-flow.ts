/** A journey's keys in order, and how many journeys are just so. */
export interface KeySequence {
  keys: readonly string[];
  count: number;
}

export interface FlowQuery {
  /** The key to look from; null looks from where journeys begin (forward) or end (backward). */
  start: string | null;
  direction: "forward" | "backward";
  /** How many steps are told apart, the first included. */
  steps: number;
  /** How many keys a step names; the others are one, the key null. */
  top: number;
}

export interface FlowNode {
  key: string | null;
  count: number;
  /** Journeys that go no further than here. */
  ended: number;
}

export interface FlowLink {
  /** Of the step that it leaves, from 0. */
  step: number;
  from: string | null;
  to: string | null;
  count: number;
}

export interface JourneyFlow {
  /** Journeys that have the start. */
  total: number;
  steps: FlowNode[][];
  links: FlowLink[];
}

/** The part of a journey that is looked at: from the start's first visit on, or back from its last. */
function partOf(keys: readonly string[], { start, direction }: FlowQuery): readonly string[] {
  const ordered = direction === "forward" ? keys : keys.toReversed();
  if (start === null) return ordered;
  const at = ordered.indexOf(start);
  return at === -1 ? [] : ordered.slice(at);
}

/** How journeys go on step by step: each journey is in one node of every step that it has. */
export function flowOf(sequences: readonly KeySequence[], query: FlowQuery): JourneyFlow {
  const parts = sequences
    .map(({ keys, count }) => ({ keys: partOf(keys, query), count }))
    .filter(({ keys }) => keys.length > 0);
  const named = Array.from({ length: query.steps }, (_, step) => topKeys(parts, step, query.top));
  const nodeKey = (keys: readonly string[], step: number) => {
    const key = keys[step];
    return key !== undefined && named[step]?.has(key) ? key : null;
  };
  const steps = named.map(() => new Map<string | null, FlowNode>());
  const links = new Map<string, FlowLink>();
  for (const { keys, count } of parts) {
    for (let step = 0; step < Math.min(keys.length, query.steps); step++) {
      const from = nodeKey(keys, step);
      const node = steps[step]?.get(from) ?? { key: from, count: 0, ended: 0 };
      steps[step]?.set(from, node);
      node.count += count;
      if (keys.length === step + 1) node.ended += count;
      if (keys.length === step + 1 || step + 1 === query.steps) continue;
      const to = nodeKey(keys, step + 1);
      const name = JSON.stringify([step, from, to]);
      const link = links.get(name) ?? { step, from, to, count: 0 };
      links.set(name, link);
      link.count += count;
    }
  }
  const most = (a: { count: number }, b: { count: number }) => b.count - a.count;
  return {
    total: parts.reduce((sum, { count }) => sum + count, 0),
    steps: steps.map((nodes) => [...nodes.values()].sort(most)).filter((each) => each.length > 0),
    links: [...links.values()].sort((a, b) => a.step - b.step || most(a, b)),
  };
}

function topKeys(parts: readonly KeySequence[], step: number, top: number): Set<string> {
  const counts = new Map<string, number>();
  for (const { keys, count } of parts) {
    const key = keys[step];
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + count);
  }
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return new Set(ranked.slice(0, top).map(([key]) => key));
}

/** The keys of all journeys, those of most journeys first. */
export function keysOf(sequences: readonly KeySequence[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const { keys, count } of sequences) {
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + count);
  }
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return ranked.slice(0, most).map(([key]) => key);
}
