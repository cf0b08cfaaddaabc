import { cache } from "react";
import { deviceOf } from "#components/sessions/device-of.ts";
import type { SessionBrief } from "#components/visitors/timeline/session-brief.ts";
import { countryName } from "#lib/format.ts";
import { getSession } from "#lib/sessions/get-session.ts";

/** A session in the few words that the page says of it; read once per request. Null when unknown. */
export const readSession = cache(
  async (workspaceId: string, sid: string): Promise<(SessionBrief & { vid: string }) | null> => {
    const session = await getSession(workspaceId, sid);
    if (!session) return null;
    const { city, country } = session.network;
    const device = deviceOf(session.userAgent);
    return {
      sid,
      vid: session.vid,
      startedAt: session.createdAt,
      landingPage: session.landingPage,
      source: session.source,
      medium: session.medium,
      campaign: session.campaign,
      referrer: session.referrer,
      pageviews: session.pageviews,
      engagedMs: session.engagedMs,
      device: device.label,
      deviceKind: device.kind,
      place: [city, country && countryName(country)].filter(Boolean).join(", ") || null,
    };
  },
);
