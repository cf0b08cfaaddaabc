import type { Alert, AlertItem } from "#lib/alerts/alert.ts";
import { getRule } from "#lib/alerts/get-rules.ts";
import { previewRule } from "#lib/alerts/preview.ts";
import { readWorkspace } from "#lib/alerts/read-workspace.ts";
import { listReachable } from "#lib/alerts/recipients.ts";
import type { ChannelKind } from "#lib/alerts/rule.ts";
import { type Asking, mayChange, maySee } from "#lib/alerts/rule-rights.ts";
import { emailMessage, noticeOf, slackMessage, webhookMessage } from "#lib/alerts/tell.ts";
import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { announce } from "#lib/notifications/announce.ts";
import { notify } from "#lib/notifications/notify.ts";
import type { SendResult } from "#lib/outbox/message.ts";
import { sendNow } from "#lib/outbox/send-now.ts";

/** What came of a test over one channel; `problem` is null when it worked. */
export interface ChannelTest {
  kind: ChannelKind;
  /** To whom or where. */
  to: string;
  status: number | null;
  problem: string | null;
}

/**
 * Sends a sample over every channel of a rule while the caller waits: the latest person whom it would
 * have found, else an invented one. What goes to people goes to the caller alone. Throws `not_found`,
 * `forbidden`.
 */
export async function testRule(
  workspaceId: string,
  by: Asking,
  ruleId: string,
): Promise<ChannelTest[]> {
  const rule = await getRule(sql(), workspaceId, ruleId);
  if (!rule || !maySee(rule, by)) throw new FoyerError("not_found", "There is no such alert.");
  if (!mayChange(rule, by)) {
    throw new FoyerError("forbidden", "Alerts of the workspace are tested by its admins.");
  }
  const workspace = await readWorkspace(sql(), workspaceId);
  const { items } = await previewRule(workspaceId, rule);
  const alert: Alert = { rule, workspace, form: "test", items: [items[0] ?? SAMPLE()] };
  const email = (await listReachable(sql(), workspaceId)).get(by.userId) ?? "";
  return Promise.all(
    rule.channels.map(async (channel): Promise<ChannelTest> => {
      const { kind } = channel;
      if (kind === "app") {
        await notify(sql(), workspaceId, [by.userId], noticeOf(alert));
        await announce(workspaceId, [by.userId]);
        return { kind, to: "your notifications", status: null, problem: null };
      }
      const compose = { email: emailMessage, slack: slackMessage, webhook: webhookMessage }[kind];
      const message = compose(channel, alert, email);
      const result = await sendNow(workspaceId, message);
      return { kind, to: message.recipient, status: result.status, problem: problemOf(result) };
    }),
  );
}

function problemOf(result: SendResult): string | null {
  return result.ok ? null : result.reason;
}

const SAMPLE = (): AlertItem => ({
  visitorId: "v_sample",
  name: "Ada Example",
  jobTitle: "Head of Operations",
  company: { id: null, name: "Example Works", domain: "example.com" },
  countryCode: "PT",
  why: ["A sample: nobody matched in the last seven days"],
  at: new Date(now()).toISOString(),
});
