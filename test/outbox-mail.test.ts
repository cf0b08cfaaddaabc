import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, expect, test } from "vitest";
import { sendDigests } from "#lib/alerts/send-digests.ts";
import { testRule } from "#lib/alerts/test-rule.ts";
import { now, setClock } from "#lib/clock.ts";
import { db, sql } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { mailInvitation } from "#lib/mail/mail-invitation.ts";
import { listNotifications } from "#lib/notifications/list-notifications.ts";
import { listMessages } from "#lib/outbox/list-messages.ts";
import { sendDue, settleOutbox } from "#lib/outbox/run-outbox.ts";
import { makeMember } from "./alerts-member.ts";
import { makeRule, receive } from "./alerts-world.ts";
import { withTestDatabase } from "./database.ts";
import { makeEvents } from "./fixtures/events.ts";

withTestDatabase();

interface Mail {
  to: string[];
  raw: string;
}

async function listenSmtp(refuse?: { code: number; message: string }) {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) =>
      refuse
        ? done(Object.assign(new Error(refuse.message), { responseCode: refuse.code }))
        : done(),
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, raw: Buffer.concat(parts).toString("utf8") });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  env().SMTP_URL = `smtp://127.0.0.1:${port}`;
  return { mails, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

beforeEach(async () => {
  await sql().query("DELETE FROM outbox");
  env().MAIL_FROM = "Foyer <foyer@example.com>";
});
afterAll(() => {
  env().SMTP_URL = undefined;
  env().MAIL_FROM = undefined;
});

/** The lines of a header, unfolded. */
const header = ({ raw }: Mail, name: string) =>
  new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, "mi").exec(raw)?.[1]?.replace(/\r\n[ \t]/g, " ");
const unquoted = (raw: string) =>
  Buffer.from(
    raw
      .replace(/=\r\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

test("an alert is mailed to each member, as text and as HTML in which nothing is taken for markup", async () => {
  const smtp = await listenSmtp();
  const { workspaceId, adminId, id } = await makeRule({ app: false, email: true });
  await makeMember(workspaceId, "rep");
  const gone = await makeMember(workspaceId, "rep");
  await db().user.update({ where: { id: gone }, data: { disabledAt: new Date() } });
  const person = { fullName: "Zoë <b>Bold</b>" };
  await receive(workspaceId, [makeEvents({ created: now() + 2000, person }).enriched]);
  expect(smtp.mails).toHaveLength(2);
  const admin = await db().user.findUnique({ where: { id: adminId } });
  const mail = smtp.mails.find(({ to }) => to.includes(admin?.email ?? ""));
  if (!mail) throw new Error("no mail for the admin");
  expect(header(mail, "from")).toBe("Foyer <foyer@example.com>");
  expect(header(mail, "to")).toBe(admin?.email);
  expect(header(mail, "auto-submitted")).toBe("auto-generated");
  expect(header(mail, "message-id")).toMatch(/^<out_[a-z0-9]+@/);
  expect(header(mail, "subject")).toBeDefined();
  expect(header(mail, "content-type")).toContain("multipart/alternative");
  const [, text = "", html = ""] = mail.raw.split(/Content-Type: text\/(?:plain|html)/i);
  expect(unquoted(text)).toContain("Zoë <b>Bold</b>");
  expect(unquoted(text)).toContain("Viewed /pricing");
  expect(unquoted(html)).toContain("Zoë &lt;b&gt;Bold&lt;/b&gt;");
  expect(unquoted(html)).not.toContain("<b>Bold");
  expect(unquoted(html)).toMatch(/href="http[^"]+\/visitors\/v_/);
  const { rows } = await listMessages(workspaceId, id);
  expect(rows.map(({ state, status }) => `${state} ${status}`)).toEqual(["sent 250", "sent 250"]);
  await smtp.close();
});

test.each([
  [550, "dead"],
  [451, "pending"],
])("a mail server's %s leaves the mail %s, with its words", async (code, state) => {
  const smtp = await listenSmtp({ code, message: "No such mailbox here" });
  const { workspaceId, id } = await makeRule({ app: false, email: true });
  await receive(workspaceId, [makeEvents({ created: now() + 2000 }).resolved]);
  const [row] = (await listMessages(workspaceId, id)).rows;
  expect(row).toMatchObject({ state, status: code, attempts: 1 });
  expect(row?.reason).toContain("No such mailbox here");
  expect(smtp.mails).toHaveLength(0);
  await smtp.close();
});

test("a test goes to whoever asked for it, and to nobody else", async () => {
  const smtp = await listenSmtp();
  const { workspaceId, admin, adminId, id } = await makeRule({ email: true });
  await makeMember(workspaceId, "rep");
  const told = await testRule(workspaceId, admin, id);
  expect(told).toMatchObject([{ kind: "app" }, { kind: "email", status: 250, problem: null }]);
  expect(smtp.mails).toHaveLength(1);
  expect(header(smtp.mails[0] ?? { to: [], raw: "" }, "subject")).toContain("Test: ");
  expect((await listNotifications(workspaceId, adminId)).rows).toHaveLength(1);
  await smtp.close();
});

test("a digest gathers what fired and is sent once, when it is due", async () => {
  const smtp = await listenSmtp();
  const { workspaceId, adminId, id } = await makeRule({ email: true, delivery: "hourly" });
  const created = now() + 2000;
  const visits = [1, 2, 3].map((seed) => makeEvents({ seed, created: created + seed }).resolved);
  await receive(workspaceId, visits);
  await sendDigests();
  expect(smtp.mails).toHaveLength(0);
  expect(await db().outbox.count({ where: { workspaceId } })).toBe(0);
  const restore = setClock(() => Date.now() + 3_600_000);
  try {
    await Promise.all([sendDigests(), sendDigests()]);
    await sendDigests();
  } finally {
    restore();
  }
  await sendDue();
  await settleOutbox();
  expect(smtp.mails).toHaveLength(1);
  expect(header(smtp.mails[0] ?? { to: [], raw: "" }, "subject")).toBe("3 alerts: Pricing page");
  const { rows } = await listNotifications(workspaceId, adminId);
  expect(rows).toMatchObject([{ title: "3 alerts: Pricing page" }]);
  expect((await listMessages(workspaceId, id)).rows).toMatchObject([{ subject: "3 alerts" }]);
  await smtp.close();
});

test("an invitation is mailed with its link, which is written down nowhere", async () => {
  const smtp = await listenSmtp();
  const link = "http://localhost:3000/invite?token=abc";
  const mail = { to: "kim@example.com", workspaceName: "Acme", invitedBy: "Olga", link };
  expect(await mailInvitation(mail)).toMatchObject({ ok: true });
  expect(unquoted(smtp.mails[0]?.raw ?? "")).toContain(link);
  expect(await db().outbox.count()).toBe(0);
  await smtp.close();
  env().SMTP_URL = undefined;
  expect(await mailInvitation(mail)).toBeNull();
});
