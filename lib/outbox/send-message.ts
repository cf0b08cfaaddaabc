import { sendMail } from "#lib/mail/send-mail.ts";
import type { HeldMessage } from "#lib/outbox/claim-messages.ts";
import { getDestination } from "#lib/outbox/destination.ts";
import {
  emailPayload,
  type SendResult,
  slackPayload,
  webhookPayload,
} from "#lib/outbox/message.ts";
import { sendSlack, sendWebhook } from "#lib/outbox/send-webhook.ts";
import { SecretUnreadableError } from "#lib/webhooks/keyring.ts";

/** Makes one attempt to send a message. Never throws for what the other side does. */
export async function sendMessage(message: HeldMessage): Promise<SendResult> {
  const { id, kind, workspaceId, channelId, payload } = message;
  if (kind === "email") return sendMail(id, emailPayload.parse(payload));
  try {
    const destination = await getDestination(workspaceId, channelId);
    if (!destination) return given("The channel was removed from the rule.");
    return kind === "slack"
      ? await sendSlack(destination, slackPayload.parse(payload))
      : await sendWebhook(id, destination, webhookPayload.parse(payload));
  } catch (error) {
    if (error instanceof SecretUnreadableError) {
      return given("The channel’s secret can’t be read with today’s ENCRYPTION_KEYS.");
    }
    throw error;
  }
}

function given(reason: string): SendResult {
  return { ok: false, status: null, reason, isFinal: true };
}
