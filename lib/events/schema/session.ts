import { z } from "zod";
import { maybeBoolean, maybeNumber, maybeText, maybeTime, opaqueId, time } from "./scalar.ts";

/** Coordinates are documented as strings; a number says the same. */
const coordinate = z.union([z.string(), z.number()], "expected a string").nullish();

/** Anything the site owner sends along. */
const freeMap = z.record(z.string(), z.unknown()).nullish();

const utm = z.object({
  source: maybeText,
  medium: maybeText,
  campaign: maybeText,
  term: maybeText,
  content: maybeText,
});

const network = z.object({
  ip: maybeText,
  country: maybeText,
  city: maybeText,
  region: maybeText,
  regionCode: maybeText,
  postalCode: maybeText,
  latitude: coordinate,
  longitude: coordinate,
  continent: maybeText,
  asn: z.object({ code: maybeNumber, name: maybeText }).nullish(),
  colo: maybeText,
  metroCode: maybeText,
  isEU: maybeBoolean,
  botManagement: z
    .object({
      score: maybeNumber,
      verifiedBot: maybeBoolean,
      corporateProxy: maybeBoolean,
      verifiedBotCategory: maybeText,
    })
    .nullish(),
});

/** The session as the four events of a running one carry it. */
export const session = z.object({
  pid: z.string(),
  vid: opaqueId,
  sid: opaqueId,
  tenant: maybeText,
  createdAt: time,
  endedAt: maybeTime,
  utm: utm.nullish(),
  referrer: maybeText,
  landingPage: z.string(),
  landingTitle: maybeText,
  gclid: maybeText,
  fbclid: maybeText,
  userAgent: z.string(),
  screen: z.object({ width: z.number(), height: z.number() }),
  timezone: z.string(),
  network: network.nullish(),
  options: freeMap,
});

const signal = z.object({
  signal: z.string(),
  url: z.string(),
  ts: time,
  v: maybeText,
  title: maybeText,
  ref: maybeText,
  outlink: maybeText,
  props: freeMap,
});

/** The session of `identity.session.finalized`, with everything that happened in it. */
export const finalizedSession = session.extend({
  lastActivity: time,
  events: z.array(signal),
  enrichments: z
    .array(z.object({ enrichedAt: maybeTime, enrichmentData: z.unknown().optional() }))
    .nullish(),
});

export type SessionData = z.output<typeof session>;
export type FinalizedSessionData = z.output<typeof finalizedSession>;
export type SignalData = z.output<typeof signal>;
