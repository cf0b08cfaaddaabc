import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type Asking,
  createSchedule,
  pauseSchedule,
  updateSchedule,
} from "#lib/attribution/scheduled/change-schedules.ts";
import { listFailedSendings } from "#lib/attribution/scheduled/failed-sendings.ts";
import { listSchedules } from "#lib/attribution/scheduled/list-schedules.ts";
import type { ScheduleInput } from "#lib/attribution/scheduled/schedule.ts";
import { sendReports } from "#lib/attribution/scheduled/send-reports.ts";
import { getStoppable, stopMail } from "#lib/attribution/scheduled/stop.ts";
import { setClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { settleOutbox } from "#lib/outbox/run-outbox.ts";
import { makeMember } from "#test/alerts-member.ts";
import { drawReportsWorld, insertReportsWorld } from "#test/attribution/reports-world.ts";
import { withTestDatabase } from "#test/database.ts";
import { makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

/** What the mail server says to some addresses: never, and not now. */
const REFUSED: Readonly<Record<string, number>> = {
  "gone@partner.example": 550,
  "full@partner.example": 450,
};
const mails: { to: string[]; raw: string }[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo({ address }, _session, done) {
    const code = REFUSED[address];
    done(code ? Object.assign(new Error("No such mailbox"), { responseCode: code }) : undefined);
  },
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
const unquoted = (raw: string) =>
  Buffer.from(
    raw
      .replace(/=\r\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

const INPUT: Omit<ScheduleInput, "memberIds" | "addresses"> = {
  ...{ name: "Credit <on Mondays>", day: 1, hour: 8 },
  rhythm: "weekly",
};
let workspaceId = "";
let admin: Asking = { workspace: { id: "", timezone: "" }, userId: "", role: "admin" };

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  env().SMTP_URL = `smtp://127.0.0.1:${port}`;
  workspaceId = await makeWorkspace();
  await db().workspace.update({ where: { id: workspaceId }, data: { timezone: "Europe/Berlin" } });
  await insertReportsWorld(workspaceId, drawReportsWorld(7));
  const userId = await makeMember(workspaceId, "admin", "Olga Example");
  admin = { ...admin, workspace: { id: workspaceId, timezone: "Europe/Berlin" }, userId };
}, 60_000);
afterAll(async () => {
  env().SMTP_URL = undefined;
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

/** Sends what is due at a time; two processes try at once. */
async function sendAt(time: string): Promise<typeof mails> {
  mails.length = 0;
  const restore = setClock(() => Date.parse(time));
  try {
    await Promise.all([sendReports(), sendReports()]);
    await sendReports();
  } finally {
    restore();
  }
  await settleOutbox();
  return mails;
}

test("a report is mailed when it is due, once to each, and who stops it gets no more", async () => {
  const restore = setClock(() => Date.parse("2026-10-14T00:00:00Z"));
  const memberIds = [admin.userId];
  const addresses = ["board@partner.example"];
  const request = { report: "credit", params: { model: "linear", from: "2020-01-01" } } as const;
  const id = await createSchedule(admin, request, { ...INPUT, memberIds, addresses });
  restore();
  expect(await sendAt("2026-10-19T05:59:59Z")).toHaveLength(0);
  expect(await sendAt("2026-10-19T06:00:00Z")).toHaveLength(2);
  const outside = mails.find(({ to }) => to.includes("board@partner.example"));
  const raw = outside?.raw ?? "";
  const [, text = "", html = ""] = raw.split(/Content-Type: text\/(?:plain|html)/i).map(unquoted);
  for (const part of [text, html]) {
    expect(part).toContain("Oct 12, 2026 – Oct 18, 2026");
    expect(part).toContain("Linear");
    expect(part).toContain("/attribution?model=linear");
    expect(part).toContain("/stop-report/");
  }
  expect(text).toContain("Credit <on Mondays>");
  expect(html).toContain("Credit &lt;on Mondays&gt;");
  expect(html).not.toContain("<on Mondays>");
  expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
  const token = /\/stop-report\/([\w.-]+)/.exec(text)?.[1] ?? "";
  expect(await getStoppable(token)).toEqual({ name: INPUT.name, hasStopped: false });
  await stopMail(`${token}x`);
  await stopMail(token.replace(/.$/, (last) => (last === "A" ? "B" : "A")).replace(/^ws/, "wt"));
  expect((await getStoppable(token))?.hasStopped).toBe(false);
  await stopMail(token);
  expect((await getStoppable(token))?.hasStopped).toBe(true);
  // The clocks went back in between: eight o'clock is an hour later in UTC.
  expect(await sendAt("2026-10-26T06:59:59Z")).toHaveLength(0);
  const next = await sendAt("2026-10-26T07:00:00Z");
  expect(next.map(({ to }) => to.includes("board@partner.example"))).toEqual([false]);
  // Saved again it stays stopped for who stopped it.
  await updateSchedule(admin, id, { ...INPUT, memberIds, addresses });
  const [row] = await listSchedules(workspaceId);
  expect(row?.recipients.map(({ name, hasStopped }) => `${name} ${hasStopped}`).sort()).toEqual([
    "Olga Example false",
    "board@partner.example true",
  ]);
  await pauseSchedule(admin, id, true);
  expect(await sendAt("2027-01-04T12:00:00Z")).toHaveLength(0);
});

test("what was missed is sent once", async () => {
  const restore = setClock(() => Date.parse("2026-10-14T00:00:00Z"));
  const input = { ...INPUT, memberIds: [admin.userId], addresses: [] };
  await createSchedule(admin, { report: "funnel", params: {} }, input);
  restore();
  const sent = await sendAt("2026-11-18T00:00:00Z");
  expect(sent).toHaveLength(1);
  expect(unquoted(sent[0]?.raw ?? "")).toContain("Nov 9, 2026 – Nov 15, 2026");
});

test("a sending that did not reach everybody is told of, until one does", async () => {
  const restore = setClock(() => Date.parse("2026-10-14T00:00:00Z"));
  const memberIds = [admin.userId];
  const request = { report: "funnel", params: {} } as const;
  const input = (addresses: string[]) => ({ ...INPUT, memberIds, addresses });
  const addresses = ["gone@partner.example", "full@partner.example"];
  const id = await createSchedule(admin, request, input(addresses));
  restore();
  expect(await listFailedSendings(workspaceId)).toEqual(new Map());
  await sendAt("2026-10-19T06:00:00Z");
  const told = (await listFailedSendings(workspaceId)).get(id);
  expect(told).toMatchObject({ mails: 3, waiting: 1, missed: [...addresses].sort() });
  expect(told?.reason).toContain("No such mailbox");
  expect(await listFailedSendings(await makeWorkspace())).toEqual(new Map());
  const dayAfter = setClock(() => Date.parse("2026-10-20T00:00:00Z"));
  await updateSchedule(admin, id, input([]));
  dayAfter();
  await sendAt("2026-10-26T07:00:00Z");
  expect((await listFailedSendings(workspaceId)).has(id)).toBe(false);
});

test("only an admin writes to people outside, and members of elsewhere are nobody here", async () => {
  const marketer = { ...admin, role: "marketer" as const };
  const request = { report: "funnel", params: {} } as const;
  const outside = { ...INPUT, memberIds: [], addresses: ["a@partner.example"] };
  await expect(createSchedule(marketer, request, outside)).rejects.toThrow("Only an admin");
  const stranger = await makeMember(await makeWorkspace());
  const wrong = { ...INPUT, memberIds: [stranger], addresses: [] };
  await expect(createSchedule(admin, request, wrong)).rejects.toThrow("no member");
});

test("a mail whose report cannot be read any more is paused, and who set it up is told once", async () => {
  const restore = setClock(() => Date.parse("2026-12-01T00:00:00Z"));
  const people = { memberIds: [admin.userId], addresses: [] };
  const request = { report: "credit", params: {} } as const;
  const id = await createSchedule(admin, request, { ...INPUT, ...people, name: "Old words" });
  restore();
  // What a former version has written.
  const where = { workspaceId_id: { workspaceId, id } };
  await db().reportSchedule.update({ where, data: { params: { model: "no such model" } } });
  await sendAt("2026-12-07T08:00:00Z");
  expect(await db().reportSchedule.findUniqueOrThrow({ where })).toMatchObject({ nextAt: null });
  const told = await db().notification.findMany({ where: { workspaceId, kind: "report" } });
  expect(told.map(({ userId, title }) => [userId, title])).toEqual([
    [admin.userId, "“Old words” is no longer mailed"],
  ]);
  expect(mails.filter(({ raw }) => raw.includes("Old words"))).toEqual([]);
});
