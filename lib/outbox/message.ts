import { z } from "zod";

/** A mail with both of its parts. */
export const emailPayload = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  /** Where a mail program posts to when its reader wants no more of these (RFC 8058). */
  unsubscribe: z.url().optional(),
});

/** What a Slack-compatible webhook takes. */
export const slackPayload = z.object({ text: z.string(), blocks: z.array(z.json()) });

/** The body of an outgoing webhook, as Standard Webhooks lays it out. */
export const webhookPayload = z.object({
  type: z.string(),
  timestamp: z.iso.datetime(),
  data: z.json(),
});

export type EmailPayload = z.output<typeof emailPayload>;
export type SlackPayload = z.output<typeof slackPayload>;
export type WebhookPayload = z.output<typeof webhookPayload>;

interface Common {
  /** The rule whose log it stands in; null for mail that no rule asked for. */
  ruleId: string | null;
  /** The scheduled report that it is a sending of. */
  scheduleId?: string;
  /** What it is about, in a few words that hold no personal data. */
  subject: string;
  /** To whom, as the log may show it. */
  recipient: string;
  isTest?: boolean;
}

/** A message to be sent. */
export type OutgoingMessage = Common &
  (
    | { kind: "email"; channelId: string | null; payload: EmailPayload }
    | { kind: "slack"; channelId: string; payload: SlackPayload }
    | { kind: "webhook"; channelId: string; payload: WebhookPayload }
  );

/** What came of one attempt. */
export type SendResult =
  | { ok: true; status: number | null }
  | {
      ok: false;
      status: number | null;
      /** In words for the person who reads the log. */
      reason: string;
      /** Another attempt would end the same. */
      isFinal: boolean;
      /** What the receiver asked for. */
      retryAfterSeconds?: number;
    };
