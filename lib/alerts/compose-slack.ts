import { type Alert, headlineOf, rulePath, visitorPath, whoOf } from "#lib/alerts/alert.ts";
import { env } from "#lib/env.ts";
import type { SlackPayload } from "#lib/outbox/message.ts";

// Slack takes 50 blocks and 3,000 characters in each.
const MAX_ITEMS = 20;
const MAX_TEXT = 2_900;

/** Text as it may stand in Slack's markup: no mention, link or command of a visitor's making. */
function escapeSlack(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[*_`~]/g, (sign) => `\u200b${sign}\u200b`)
    .replace(/[\p{Cc}]+/gu, " ");
}

/** An alert for a Slack-compatible webhook: `text` for notices and simple receivers, `blocks` for Slack. */
export function composeSlack(alert: Alert): SlackPayload {
  const { items, workspace, rule } = alert;
  const base = env().APP_URL;
  const shown = items.slice(0, MAX_ITEMS).map((item) => {
    const href = base + visitorPath(workspace.slug, item.visitorId);
    // A bar would end the address within Slack's link.
    const who = escapeSlack(whoOf(item)).replaceAll("|", "¦");
    return `*<${href}|${who}>*\n${escapeSlack(item.why.join(" · "))}`.slice(0, MAX_TEXT);
  });
  const left = items.length - shown.length;
  const footer = `${escapeSlack(workspace.name)} · <${base}${rulePath(workspace.slug, rule.id)}|${escapeSlack(rule.name).replaceAll("|", "¦")}>`;
  return {
    text: escapeSlack(headlineOf(alert)).slice(0, MAX_TEXT),
    blocks: [
      section(`*${escapeSlack(headlineOf(alert))}*`.slice(0, MAX_TEXT)),
      ...shown.map(section),
      ...(left > 0 ? [section(`and ${left} more`)] : []),
      { type: "context", elements: [{ type: "mrkdwn", text: footer }] },
    ],
  };
}

function section(text: string) {
  return { type: "section", text: { type: "mrkdwn", text } };
}
