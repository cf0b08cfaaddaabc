import { z } from "zod";
import { conditions } from "#lib/alerts/conditions.ts";
import { AUDIENCES, DELIVERIES } from "#lib/alerts/rule.ts";
import { isTimezone } from "#lib/attribution/period.ts";

const MAX_COOLDOWN_MINUTES = 30 * 24 * 60;
const urlText = z.string().trim().min(1, "Enter the URL.").max(1_000);

/** A rule as the form sends it. */
export const ruleInput = z
  .strictObject({
    name: z.string().trim().min(1, "Give the alert a name.").max(100, "Use a shorter name."),
    /** Whose it is: the caller's, or the workspace's. */
    scope: z.enum(["mine", "workspace"]),
    conditions,
    audience: z.enum(AUDIENCES),
    memberIds: z.array(z.string().max(64)).max(200),
    delivery: z.enum(DELIVERIES),
    digestHour: z.int().min(0).max(23),
    timezone: z.string().max(64).refine(isTimezone, "Choose a time zone."),
    cooldownMinutes: z.int().min(0).max(MAX_COOLDOWN_MINUTES),
    app: z.boolean(),
    email: z.boolean(),
    /** Null: no such channel. Without a URL the one that is kept stays. */
    slack: z.strictObject({ url: urlText.optional() }).nullable(),
    webhook: z.strictObject({ url: urlText }).nullable(),
  })
  .refine((rule) => rule.app || rule.email || rule.slack || rule.webhook, {
    message: "Choose at least one channel.",
    path: ["channels"],
  })
  .refine((rule) => (rule.audience === "me") === (rule.scope === "mine"), {
    message: "Choose who is told.",
    path: ["audience"],
  })
  .refine((rule) => rule.audience !== "members" || rule.memberIds.length > 0, {
    message: "Choose at least one person.",
    path: ["audience"],
  })
  .refine((rule) => rule.scope === "workspace" || (!rule.slack && !rule.webhook), {
    // What leaves for other systems is the workspace's to decide.
    message: "A personal alert goes to the app and to your e-mail.",
    path: ["channels"],
  });

export type RuleInput = z.output<typeof ruleInput>;
