import { type Evidence, emailOfKey, emailVisitorKey, isStrongKey } from "#lib/identity/evidence.ts";

/** A merge or a detachment that counts now: what the rules of assignment are made of. */
export type ActiveCorrection =
  | { kind: "merge"; fromKey: string; intoKey: string }
  | { kind: "detach"; scope: "session" | "device" | "event"; ref: string; intoKey: string | null };

/** What is taken from its visitor: it speaks for nobody. `intoKey` gets the session, where one is named. */
export interface Pin {
  isWholeSession: boolean;
  intoKey: string | null;
}

/** What people said about who is who, as assigning evidence asks for it. Pure. */
export interface IdentityRules {
  /** True where nobody has corrected anything: all other answers are then the obvious ones. */
  isEmpty: boolean;
  /** The key that a visitor goes by after all merges. */
  canonicalKey(key: string): string;
  /** A name shared by all e-mails that merges made one person's. */
  emailNode(email: string): string;
  /** All e-mails of that name, the given one included. */
  emailsBeside(email: string): readonly string[];
  /** The LinkedIn visitor into whom the visitor known by this e-mail was merged; else null. */
  fixedOwner(email: string): string | null;
  /** How evidence was detached; null for all that was not. */
  pinOf(evidence: Pick<Evidence, "eventId" | "sid" | "vid">): Pin | null;
  /** Sessions that were given to the visitor known by this e-mail. */
  sessionsGivenTo(email: string): readonly string[];
}

/** The rules where nobody has corrected anything. */
export const NO_RULES: IdentityRules = {
  isEmpty: true,
  canonicalKey: (key) => key,
  emailNode: (email) => email,
  emailsBeside: (email) => [email],
  fixedOwner: () => null,
  pinOf: () => null,
  sessionsGivenTo: () => [],
};

/**
 * The rules that active corrections make, as a function of their set. Merges form a forest (only a
 * visitor that exists can be merged, so a key has one way out at most); a circle would end the walk.
 */
export function rulesOf(corrections: readonly ActiveCorrection[]): IdentityRules {
  if (corrections.length === 0) return NO_RULES;
  const merges = new Map<string, string>();
  const pins = new Map<string, Pin>();
  for (const one of corrections) {
    if (one.kind === "merge") merges.set(one.fromKey, one.intoKey);
    else {
      const isWholeSession = one.scope !== "event";
      pins.set(`${one.scope}:${one.ref}`, { isWholeSession, intoKey: one.intoKey });
    }
  }
  const canonicalKey = (key: string): string => {
    let found = key;
    for (const seen = new Set([key]); ; seen.add(found)) {
      const next = merges.get(found);
      if (next === undefined || seen.has(next)) return found;
      found = next;
    }
  };
  const besides = group([...merges].flat(), (key) => canonicalKey(key), emailOfKey);
  const given = group(
    corrections.filter((one) => one.kind === "detach" && one.intoKey !== null),
    (one) => canonicalKey(one.intoKey ?? ""),
    (one) => (one.kind === "detach" ? one.ref : null),
  );
  const nodeOf = (email: string) => canonicalKey(emailVisitorKey(email));
  return {
    isEmpty: false,
    canonicalKey,
    emailNode: (email) => emailOfKey(nodeOf(email)) ?? email,
    emailsBeside: (email) => besides.get(nodeOf(email)) ?? [email],
    fixedOwner: (email) => (isStrongKey(nodeOf(email)) ? nodeOf(email) : null),
    pinOf: ({ eventId, sid, vid }) =>
      pins.get(`event:${eventId}`) ??
      (sid === null ? null : pins.get(`session:${sid}`)) ??
      (vid === null ? null : pins.get(`device:${vid}`)) ??
      null,
    sessionsGivenTo: (email) => given.get(nodeOf(email)) ?? [],
  };
}

function group<T, V>(
  items: readonly T[],
  keyOf: (item: T) => string,
  ofItem: (item: T) => V | null,
): Map<string, V[]> {
  const groups = new Map<string, Set<V>>();
  for (const item of items) {
    const value = ofItem(item);
    if (value === null) continue;
    groups.set(keyOf(item), (groups.get(keyOf(item)) ?? new Set()).add(value));
  }
  return new Map([...groups].map(([key, values]) => [key, [...values]]));
}
