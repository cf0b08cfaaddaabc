import { newId } from "#lib/ids.ts";
import { escapeHtml, mailButton, mailHtml } from "#lib/mail/html.ts";
import { hasMail, sendMail } from "#lib/mail/send-mail.ts";
import type { SendResult } from "#lib/outbox/message.ts";

export interface InvitationMail {
  to: string;
  workspaceName: string;
  invitedBy: string;
  link: string;
}

/**
 * Mails an invitation's link, with one attempt; null where no mail server is set up. It does not go
 * through the outbox: the link lets its reader in, so it is written down nowhere.
 */
export async function mailInvitation(invitation: InvitationMail): Promise<SendResult | null> {
  if (!hasMail()) return null;
  const { to, workspaceName, invitedBy, link } = invitation;
  const subject = `${invitedBy} invites you to ${workspaceName}`.replace(/\p{Cc}+/gu, " ");
  const about = "The link works once and for seven days. If you did not expect it, do nothing.";
  const text = [subject, "", "Accept the invitation here:", link, "", about, ""].join("\n");
  const html = mailHtml(subject, mailButton(link, "Accept the invitation"), escapeHtml(about));
  return sendMail(newId("inv"), { to, subject, text, html });
}
