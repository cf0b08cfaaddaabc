import { z } from "zod";
import { conditions } from "#lib/alerts/conditions.ts";
import { instant } from "#lib/columns.ts";

export const AUDIENCES = ["me", "everyone", "members", "lead_owner"] as const;
export const DELIVERIES = ["instant", "hourly", "daily"] as const;
export const CHANNEL_KINDS = ["app", "email", "slack", "webhook"] as const;

export type ChannelKind = (typeof CHANNEL_KINDS)[number];

const channel = z.object({
  id: z.string(),
  kind: z.enum(CHANNEL_KINDS),
  /** Of an outgoing webhook. A Slack webhook's URL is a secret and is never shown again. */
  url: z.string().nullable(),
  /** Enough of the secret, or of the hidden URL, to recognise it. */
  hint: z.string().nullable(),
});

export type AlertChannel = z.output<typeof channel>;

/** A rule as the database has it, with its channels. */
export const ruleRow = z.object({
  workspaceId: z.string(),
  id: z.string(),
  name: z.string(),
  /** Whose personal rule it is; null for the workspace's. */
  ownerId: z.string().nullable(),
  conditions,
  /** Who is told in the app and by e-mail. */
  audience: z.enum(AUDIENCES),
  memberIds: z.array(z.string()),
  delivery: z.enum(DELIVERIES),
  digestHour: z.int(),
  timezone: z.string(),
  cooldownMinutes: z.int(),
  enabledAt: instant.nullable(),
  channels: z.array(channel),
});

export type AlertRule = z.output<typeof ruleRow>;
