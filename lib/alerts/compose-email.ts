import { type Alert, headlineOf, rulePath, visitorPath, whoOf } from "#lib/alerts/alert.ts";
import { env } from "#lib/env.ts";
import { escapeHtml, mailHtml } from "#lib/mail/html.ts";
import type { EmailPayload } from "#lib/outbox/message.ts";

/** More than these are counted, not named. */
const MAX_ITEMS = 50;

/** An alert as a mail: the same in its text and its HTML part. */
export function composeEmail(alert: Alert, to: string): EmailPayload {
  const { items, workspace, rule, form } = alert;
  const base = env().APP_URL;
  const shown = items.slice(0, MAX_ITEMS).map((item) => ({
    who: whoOf(item),
    why: item.why.join(" · "),
    href: base + visitorPath(workspace.slug, item.visitorId),
  }));
  const left = items.length - shown.length;
  const more = left > 0 ? `and ${left} more` : "";
  const settings = base + rulePath(workspace.slug, rule.id);
  const reason =
    form === "test"
      ? `Somebody pressed “Send a test” for the alert “${rule.name}” in ${workspace.name}.`
      : `You get this because of the alert “${rule.name}” in ${workspace.name}.`;
  const subject = oneLine(headlineOf(alert));
  const text = [
    subject,
    "",
    ...shown.flatMap(({ who, why, href }) => [who, why, href, ""]),
    ...(more ? [more, ""] : []),
    reason,
    `Change or turn it off: ${settings}`,
    "",
  ].join("\n");
  const rows = shown
    .map(
      ({ who, why, href }) =>
        `<tr><td style="padding:10px 0;border-top:1px solid #e7e5e4"><a href="${escapeHtml(href)}" style="color:#1d4ed8;font-weight:600;text-decoration:none">${escapeHtml(who)}</a><br><span style="color:#57534e">${escapeHtml(why)}</span></td></tr>`,
    )
    .join("\n");
  const html = mailHtml(
    subject,
    `<table role="presentation" width="100%" style="border-collapse:collapse">${rows}</table>${more ? `<p>${more}</p>` : ""}`,
    `${escapeHtml(reason)} <a href="${escapeHtml(settings)}" style="color:#57534e">Change or turn it off</a>`,
  );
  return { to, subject, text, html };
}

/** A name may hold anything; a header is one line, and not an endless one. */
function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
