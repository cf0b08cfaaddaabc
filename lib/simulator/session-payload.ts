import type { Visit } from "./browse.ts";
import { networkOf } from "./network.ts";
import type { Random } from "./random.ts";
import type { SessionPlan } from "./session-plan.ts";
import { SITE_ORIGIN } from "./site.ts";

/** Pixel ids and tenants of the invented site: one main pixel, a second one for the documentation. */
const MAIN = { pid: "mdb_pxl_01KGR7E2S9JK6813H42SCG3QLP", tenant: "ws_01KGR7E2S9JK6813H42SCG3QLP" };
const DOCS = { pid: "mdb_pxl_01KGR7F8V3TM5C21Q6WAZX0BNE", tenant: "tidewell-docs" };

/** The running session, as the four earlier events carry it. */
export function sessionPayload(random: Random, plan: SessionPlan, visit: Visit) {
  const { campaign, device, persona } = plan;
  const owner = visit.landing.path.startsWith("/docs") ? DOCS : MAIN;
  return {
    pid: owner.pid,
    vid: device.vid,
    sid: random.ulid(plan.start),
    tenant: random.chance(0.08) ? null : owner.tenant,
    createdAt: plan.start,
    endedAt: null,
    utm: campaign.utm,
    referrer: campaign.referrer,
    landingPage: SITE_ORIGIN + visit.landing.path,
    landingTitle: random.chance(0.97) ? visit.landing.title : null,
    gclid: campaign.click === "gclid" ? `Cj0KCQjw${random.letters(40)}` : null,
    fbclid: campaign.click === "fbclid" ? `IwAR${random.letters(48)}` : null,
    userAgent: device.userAgent,
    screen: device.screen,
    timezone: persona.place.timezone,
    network: networkOf(random, persona, device),
    options: random.chance(0.1) ? { consent: "granted", experiment: random.pick(["a", "b"]) } : {},
  };
}

export type SessionPayload = ReturnType<typeof sessionPayload>;

/** The same session when it is over, with all that happened in it. */
export function finalizedPayload(
  random: Random,
  session: SessionPayload,
  visit: Visit,
  endedAt: number,
  enrichedAt: number | null,
) {
  return {
    ...session,
    endedAt,
    lastActivity: visit.lastActivity,
    events: visit.signals,
    enrichments:
      enrichedAt === null ? [] : [{ enrichedAt, enrichmentData: `enr_${random.ulid(enrichedAt)}` }],
  };
}
