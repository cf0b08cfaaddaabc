import type { AlertRule } from "#lib/alerts/rule.ts";
import type { RuleInput } from "#lib/alerts/rule-input.ts";

/** A rule as the form holds it: the channels' URLs as they were typed. */
export interface RuleDraft extends Omit<RuleInput, "slack" | "webhook"> {
  hasSlack: boolean;
  /** Empty: the one that is kept stays. */
  slackUrl: string;
  hasWebhook: boolean;
  webhookUrl: string;
}

/** What a new rule starts with. */
export function newDraft(scope: RuleInput["scope"], timezone: string): RuleDraft {
  return {
    name: "",
    scope,
    conditions: [{ is: "page", path: "/pricing*" }],
    audience: scope === "mine" ? "me" : "lead_owner",
    memberIds: [],
    delivery: "instant",
    digestHour: 9,
    timezone,
    cooldownMinutes: 24 * 60,
    app: true,
    email: false,
    ...{ hasSlack: false, slackUrl: "", hasWebhook: false, webhookUrl: "" },
  };
}

/** A stored rule as the form takes it up. */
export function draftOf(rule: AlertRule): RuleDraft {
  const { name, conditions, audience, memberIds, delivery, digestHour, timezone } = rule;
  const has = (kind: string) => rule.channels.some((channel) => channel.kind === kind);
  return {
    ...{ name, conditions, audience, memberIds, delivery, digestHour, timezone },
    scope: rule.ownerId === null ? "workspace" : "mine",
    cooldownMinutes: rule.cooldownMinutes,
    app: has("app"),
    email: has("email"),
    hasSlack: has("slack"),
    slackUrl: "",
    hasWebhook: has("webhook"),
    webhookUrl: rule.channels.find((channel) => channel.kind === "webhook")?.url ?? "",
  };
}

/** The form's rule as the server takes it. */
export function inputOf(draft: RuleDraft): RuleInput {
  const { hasSlack, slackUrl, hasWebhook, webhookUrl, ...rest } = draft;
  const url = slackUrl.trim();
  return {
    ...rest,
    slack: hasSlack ? { ...(url && { url }) } : null,
    webhook: hasWebhook ? { url: webhookUrl } : null,
  };
}
