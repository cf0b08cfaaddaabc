import { type Alert, rulePath, visitorPath } from "#lib/alerts/alert.ts";
import { now } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import type { WebhookPayload } from "#lib/outbox/message.ts";

const TYPES = { instant: "alert.fired", digest: "alert.digest", test: "alert.test" } as const;

/** An alert as the body of a signed webhook (docs/alerts.md): always a list, also of one. */
export function composeWebhook(alert: Alert): WebhookPayload {
  const { items, workspace, rule, form } = alert;
  const base = env().APP_URL;
  return {
    type: TYPES[form],
    timestamp: new Date(now()).toISOString(),
    data: {
      rule: { ...rule, url: base + rulePath(workspace.slug, rule.id) },
      alerts: items.map(({ visitorId, name, jobTitle, company, countryCode, why, at }) => ({
        at,
        why: [...why],
        visitor: {
          id: visitorId,
          name,
          jobTitle,
          countryCode,
          company: { ...company },
          url: base + visitorPath(workspace.slug, visitorId),
        },
      })),
    },
  };
}
