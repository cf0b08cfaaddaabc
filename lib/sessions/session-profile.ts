import { z } from "zod";
import { instant, whole } from "#lib/columns.ts";
import { isJsonObject } from "#lib/json.ts";
import { sessionRow } from "#lib/sessions/session-item.ts";

const text = z.string().nullable();

/** One page view, or another signal of a session; `dwellMs` is known for page views alone. */
export const sessionSignal = z.object({
  position: z.int(),
  signal: z.string(),
  at: instant,
  url: z.string(),
  path: z.string(),
  title: text,
  referrer: text,
  outlink: text,
  props: z.record(z.string(), z.unknown()).nullable(),
  dwellMs: whole.nullable(),
});

const maybeText = text.catch(null);
const maybeNumber = z.number().nullable().catch(null);
const maybeTruth = z.boolean().nullable().catch(null);

function block<S extends z.ZodRawShape>(shape: S) {
  return z.preprocess((value) => (isJsonObject(value) ? value : {}), z.object(shape));
}

/** What the sender says of the browser and its network. The address itself is left out. */
export const sessionContext = z.object({
  tenant: maybeText,
  userAgent: maybeText,
  timezone: maybeText,
  screen: block({ width: maybeNumber, height: maybeNumber }),
  network: block({
    country: maybeText,
    city: maybeText,
    region: maybeText,
    regionCode: maybeText,
    postalCode: maybeText,
    continent: maybeText,
    asn: block({ code: maybeNumber, name: maybeText }),
    isEU: maybeTruth,
    botManagement: block({
      score: maybeNumber,
      verifiedBot: maybeTruth,
      corporateProxy: maybeTruth,
      verifiedBotCategory: maybeText,
    }),
  }),
  options: z.record(z.string(), z.unknown()).catch({}),
});

/** Everything that is known of one session. */
export const sessionProfile = sessionRow
  .extend({ ...sessionContext.shape, pageViews: z.array(sessionSignal) })
  .meta({ id: "Session" });

export type SessionProfile = z.output<typeof sessionProfile>;
