import { deviceOf } from "#components/sessions/device-of.ts";
import type { SessionBrief } from "#components/visitors/timeline/session-brief.ts";
import { countryName } from "#lib/format.ts";
import { listSessionBriefs } from "#lib/sessions/list-briefs.ts";

/** Sessions by id in the few words that the page says of them; those not known are left out. */
export async function readSessions(
  workspaceId: string,
  sids: readonly string[],
): Promise<Record<string, SessionBrief>> {
  const found = await listSessionBriefs(workspaceId, sids);
  return Object.fromEntries(
    found.map(({ vid: _, userAgent, city, country, ...brief }) => {
      const device = deviceOf(userAgent);
      const place = [city, country && countryName(country)].filter(Boolean).join(", ") || null;
      return [brief.sid, { ...brief, device: device.label, deviceKind: device.kind, place }];
    }),
  );
}
