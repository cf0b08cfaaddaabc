import {
  type Alert,
  type AlertItem,
  headlineOf,
  rulePath,
  visitorPath,
} from "#lib/alerts/alert.ts";
import { composeEmail } from "#lib/alerts/compose-email.ts";
import { composeSlack } from "#lib/alerts/compose-slack.ts";
import { composeWebhook } from "#lib/alerts/compose-webhook.ts";
import { type Members, recipientsOf } from "#lib/alerts/recipients.ts";
import type { AlertChannel, AlertRule } from "#lib/alerts/rule.ts";
import type { Sql } from "#lib/db/sql.ts";
import { notify } from "#lib/notifications/notify.ts";
import type { OutgoingMessage } from "#lib/outbox/message.ts";
import { queueMessages } from "#lib/outbox/queue-messages.ts";

/** Someone whom a rule found, and who owns them in the team. */
export interface Telling {
  item: AlertItem;
  leadOwnerId: string | null;
}

/** More than these at once are told together: nobody reads a hundred mails. */
const MAX_APART = 5;

/**
 * Tells what a rule found over all of its channels: notifications are written and messages put into the
 * outbox within the caller's transaction. Returns the ids of the members who have a notification.
 */
export async function tell(
  sql: Sql,
  rule: AlertRule,
  workspace: Alert["workspace"],
  found: readonly Telling[],
  form: "instant" | "digest",
  members: Members,
): Promise<string[]> {
  const alertOf = (items: readonly AlertItem[]): Alert => ({ rule, workspace, form, items });
  const apart = (items: readonly AlertItem[]) =>
    form === "instant" && items.length <= MAX_APART
      ? items.map((item) => alertOf([item]))
      : [alertOf(items)];
  const all = found.map(({ item }) => item);
  const messages: OutgoingMessage[] = [];
  const told = new Set<string>();
  for (const channel of rule.channels) {
    if (channel.kind === "slack") {
      for (const alert of apart(all)) messages.push(slackMessage(channel, alert));
    } else if (channel.kind === "webhook") {
      // A program takes one event at a time, however many there are.
      const alerts = form === "instant" ? all.map((item) => alertOf([item])) : [alertOf(all)];
      for (const alert of alerts) messages.push(webhookMessage(channel, alert));
    } else {
      for (const [userId, items] of byRecipient(rule, found, members)) {
        for (const alert of apart(items)) {
          if (channel.kind === "email") {
            messages.push(emailMessage(channel, alert, members.get(userId) ?? ""));
          } else {
            for (const id of await notify(sql, rule.workspaceId, [userId], noticeOf(alert))) {
              told.add(id);
            }
          }
        }
      }
    }
  }
  await queueMessages(sql, rule.workspaceId, messages);
  return [...told];
}

function byRecipient(rule: AlertRule, found: readonly Telling[], members: Members) {
  const lists = new Map<string, AlertItem[]>();
  for (const { item, leadOwnerId } of found) {
    for (const userId of recipientsOf(rule, leadOwnerId, members)) {
      const list = lists.get(userId) ?? [];
      list.push(item);
      lists.set(userId, list);
    }
  }
  return lists;
}

/** An alert as a notification in the app. */
export function noticeOf(alert: Alert) {
  const { rule, workspace, items, form } = alert;
  const [first] = items;
  const isOne = items.length === 1 && first;
  const href = isOne
    ? visitorPath(workspace.slug, first.visitorId)
    : rulePath(workspace.slug, rule.id);
  const body = isOne ? first.why.join(" · ") : items.map(({ name }) => name).join(", ");
  return { kind: form === "test" ? "test" : "alert", title: headlineOf(alert), body, href };
}

const subjectOf = ({ items }: Alert) => (items.length === 1 ? "1 alert" : `${items.length} alerts`);

export function emailMessage(channel: AlertChannel, alert: Alert, to: string): OutgoingMessage {
  const payload = composeEmail(alert, to);
  return {
    ...{ kind: "email", channelId: channel.id, ruleId: alert.rule.id, payload },
    ...{ subject: subjectOf(alert), recipient: to, isTest: alert.form === "test" },
  };
}

export function slackMessage(channel: AlertChannel, alert: Alert): OutgoingMessage {
  const payload = composeSlack(alert);
  return {
    ...{ kind: "slack", channelId: channel.id, ruleId: alert.rule.id, payload },
    ...{ subject: subjectOf(alert), recipient: channel.hint ?? "", isTest: alert.form === "test" },
  };
}

export function webhookMessage(channel: AlertChannel, alert: Alert): OutgoingMessage {
  const payload = composeWebhook(alert);
  return {
    ...{ kind: "webhook", channelId: channel.id, ruleId: alert.rule.id, payload },
    ...{ subject: subjectOf(alert), recipient: channel.url ?? "", isTest: alert.form === "test" },
  };
}
