import { createTransport } from "nodemailer";
import { env } from "#lib/env.ts";
import type { EmailPayload, SendResult } from "#lib/outbox/message.ts";

const TIMEOUT_MS = 8_000;
const TOTAL_MS = 25_000;

/** True when mail can be sent at all. */
export function hasMail(): boolean {
  return env().SMTP_URL !== undefined;
}

/** The address that mail comes from. */
export function mailFrom(): string {
  return env().MAIL_FROM ?? `Foyer <foyer@${new URL(env().APP_URL).hostname}>`;
}

/**
 * Sends one mail over SMTP_URL. `id` becomes its Message-ID, the same at every attempt, so that mail
 * programs can tell a repetition.
 */
export async function sendMail(id: string, mail: EmailPayload): Promise<SendResult> {
  const { SMTP_URL, APP_URL } = env();
  if (!SMTP_URL) {
    const reason = "No mail server is set up. An operator has to set SMTP_URL.";
    return { ok: false, status: null, reason, isFinal: true };
  }
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    dnsTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { unsubscribe, ...parts } = mail;
  try {
    const info = await transport.sendMail({
      from: mailFrom(),
      ...parts,
      messageId: `<${id}@${new URL(APP_URL).hostname}>`,
      headers: {
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        ...(unsubscribe && {
          "List-Unsubscribe": `<${unsubscribe}>`,
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }),
      },
      signal: AbortSignal.timeout(TOTAL_MS),
    });
    return { ok: true, status: Number.parseInt(info.response, 10) || 250 };
  } catch (error) {
    return failureOf(error);
  } finally {
    transport.close();
  }
}

const WORDS: Readonly<Record<string, string>> = {
  EAUTH: "The mail server refused the user name and password of SMTP_URL.",
  ECONNECTION: "The mail server could not be reached.",
  ESOCKET: "The connection to the mail server failed.",
  EDNS: "There is no mail server of this name.",
  ETIMEDOUT: "The mail server did not answer in time.",
  EABORT: "The mail server did not answer in time.",
  ETLS: "The mail server offers no TLS that could be agreed on.",
};

function failureOf(error: unknown): SendResult {
  if (!(error instanceof Error)) {
    return { ok: false, status: null, reason: String(error), isFinal: false };
  }
  const status = "responseCode" in error ? Number(error.responseCode) || null : null;
  const code = "code" in error ? String(error.code) : "";
  const said = "response" in error ? ` It said: ${String(error.response).slice(0, 160)}` : "";
  const known = WORDS[code] ?? (said ? "The mail server refused the message." : error.message);
  return {
    ok: false,
    status,
    reason: `${known.slice(0, 200)}${said}`,
    // 5xx is the server's last word about this mail, unless it is about us: then an operator may help.
    isFinal: code !== "EAUTH" && status !== null && status >= 500,
  };
}
