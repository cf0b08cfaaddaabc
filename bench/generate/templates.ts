import type { Contribution } from "#lib/events/contribution.ts";
import { contributionOf } from "#lib/events/read-event.ts";
import { sha256 } from "#lib/ids.ts";
import type { Json } from "#lib/json.ts";
import { COMPANIES } from "#lib/simulator/companies.ts";
import { journeyOf } from "#lib/simulator/journey.ts";
import { Random } from "#lib/simulator/random.ts";
import { sessionEvents } from "#lib/simulator/session-events.ts";
import type { SessionPlan } from "#lib/simulator/session-plan.ts";
import { slugOf } from "#lib/simulator/slug.ts";
import { FIRM, FIRM_CAPITAL, FIRST, FIRST_CAPITAL, LAST, LAST_CAPITAL, NUMBER } from "./tokens.ts";

const DAY = 86_400_000;
/** The day on which this was written, in ms since the epoch: copies are seen before it. */
export const EPOCH = Date.UTC(2026, 10, 20);
const SESSIONS = 5;

/** The events of one invented visitor, with marks in place of what differs from copy to copy. */
export type Template = Contribution[];

/** Visitors of the simulator with five sessions each on average, a few with many and many with one. */
export function inventTemplates(seed: number, count: number): Template[] {
  const templates: Template[] = [];
  let sessions = 0;
  for (let index = 0; templates.length < count; index++) {
    const random = new Random(seed, "template", index);
    const lastVisit = EPOCH - random.next() ** 1.4 * 120 * DAY;
    const lastOf = (earliest: number) => journeyOf(seed, index, earliest).at(-1)?.start ?? 0;
    const plans = journeyOf(seed, index, 2 * lastVisit - lastOf(lastVisit));
    // The simulator's visitors come back less often: those with one visit wait for one with many.
    const isTooFew = plans.length < SESSIONS && sessions < SESSIONS * templates.length;
    const isTooMany = plans.length > SESSIONS && sessions > SESSIONS * (templates.length + 4);
    if (isTooFew || isTooMany || plans.every(({ resolved }) => resolved === "no")) continue;
    sessions += plans.length;
    templates.push(withoutRepeats(plans.flatMap(contributionsOf)));
  }
  return templates;
}

/** A sender repeats what it knows in later visits; a copy has it once per device, which is enough. */
function withoutRepeats(contributions: Contribution[]): Contribution[] {
  const known = new Set<string>();
  return contributions.filter(({ type, vid, emails }) => {
    if (type === "identity.session.finalized") return true;
    const what = [type, vid, emails.map(({ email }) => email)].join(" ");
    const isNew = !known.has(what);
    known.add(what);
    return isNew;
  });
}

function contributionsOf(plan: SessionPlan): Contribution[] {
  const mark = marker(plan);
  // Three pages a visit are enough for a timeline; the simulator's visitors read five.
  return sessionEvents({ ...plan, depth: plan.depth * 0.5 }).map((event) => {
    const text = mark(JSON.stringify({ ...event, id: markId(event.id) }));
    const hash = `${sha256(text).slice(0, -NUMBER.length)}${NUMBER}`;
    const read = contributionOf(JSON.parse(text) as Json, { webhookId: event.id, hash });
    if (!read.ok) throw new Error(`A template cannot be read: ${JSON.stringify(read)}`);
    return read.contribution;
  });
}

function markId(id: string): string {
  return `${id.slice(0, -NUMBER.length)}${NUMBER}`;
}

const COMPANY_MARKS: [string, string][] = COMPANIES.flatMap(({ name, slug, domain }) => [
  [domain, domain.replace(".example", `-${FIRM}.example`)],
  [`company/${slug}"`, `company/${slug}-${FIRM}"`],
  [`"${name}"`, `"${name} ${FIRM_CAPITAL}"`],
]);

/** What puts the marks into the text of one visitor's events. */
function marker({ persona }: SessionPlan): (text: string) => string {
  const [first, last] = [slugOf(persona.first), slugOf(persona.last)];
  // The sender spells a LinkedIn URL in several ways; its last part is in all of them.
  const profile = persona.linkedinUrl?.split("/").at(-1);
  return (text) => {
    const marked = COMPANY_MARKS.reduce((so, [from, to]) => so.replaceAll(from, to), text);
    return (
      profile
        ? marked.replaceAll(new RegExp(`(?<=/in/)${profile}`, "gi"), `${profile}-${NUMBER}`)
        : marked
    )
      .replaceAll(/"(sid|sessionId|vid)":"([^"]+)"/g, (_, key, id) => `"${key}":"${markId(id)}"`)
      .replaceAll(/"([^"@\s]+)@([^"@\s]+)"/g, (_, local: string, host) => {
        const renamed = local.replace(last, LAST).replace(first, FIRST);
        return `"${renamed.includes(LAST) ? renamed : `${local}.${LAST}`}@${host}"`;
      })
      .replaceAll(new RegExp(`(?<=[" ])${persona.last}(?=[" ])`, "g"), LAST_CAPITAL)
      .replaceAll(new RegExp(`(?<=[" ])${persona.first}(?=[" ])`, "g"), FIRST_CAPITAL);
  };
}
