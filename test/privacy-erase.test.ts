import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { db, sql } from "#lib/db/client.ts";
import { emailVisitorKey, linkedinVisitorKey } from "#lib/identity/evidence.ts";
import { detachEvidence, mergeVisitors } from "#lib/inbox/correct-identity.ts";
import { erasePerson } from "#lib/inbox/erase-person.ts";
import { replayDelivery, replayState } from "#lib/inbox/replay.ts";
import { privacySubject } from "#lib/privacy/privacy-subject.ts";
import { catchUp, fillShadow } from "#lib/rebuild/fill-shadow.ts";
import { checkWorkspace } from "#lib/rebuild/rebuild.ts";
import { closeShadow, openShadow } from "#lib/rebuild/shadow.ts";
import { visitorIdOf } from "#lib/visitors/project-visitors.ts";
import { withTestDatabase } from "#test/database.ts";
import { type EventOptions, makeEvents } from "#test/fixtures/events.ts";
import { insertRow } from "#test/fixtures/insert-rows.ts";
import { nameOf } from "#test/fixtures/person.ts";
import { findTraces } from "#test/privacy-traces.ts";
import { dumpTables } from "#test/tables.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const [ADA, BEA] = [3, 7];
const EMAIL = "ada.erased@private.example";
const START = Date.UTC(2026, 2, 2, 9, 0);
let workspaceId = "";

const visit = (seed: number, options: EventOptions = {}) =>
  Object.values(makeEvents({ seed, created: START + seed * 3_600_000, ...options }));
const ada = (options: EventOptions = {}) => visit(ADA, { emails: [EMAIL], ...options });
const urlOf = (seed: number) => `https://linkedin.com/in/${nameOf(seed).slug}`;
const idOf = (seed: number) => visitorIdOf(workspaceId, linkedinVisitorKey(urlOf(seed)));
const { firstName, lastName, slug } = nameOf(ADA);
const WORDS = [EMAIL, `${firstName} ${lastName}`, lastName, `in/${slug}`];

async function receive(payloads: readonly object[]): Promise<void> {
  await deliver(workspaceId, payloads);
  await drainAll();
}
const erase = (subject: object) =>
  erasePerson(workspaceId, { actorId: null }, privacySubject.parse(subject));
async function expectRebuilt(): Promise<void> {
  const { tables } = await checkWorkspace(sql(), workspaceId);
  expect(tables.filter(({ isEqual }) => !isEqual)).toEqual([]);
}
async function ofDump(table: string): Promise<string[]> {
  return (await dumpTables(workspaceId))[table] ?? [];
}
const stateRow = z.object({ state: z.string(), reason: z.string().nullable() });
async function fates() {
  const rows = await sql().query(
    `SELECT "state", "reason" FROM delivery WHERE "workspaceId" = $1 ORDER BY "id"`,
    [workspaceId],
  );
  return rows.map((row) => stateRow.parse(row)).map(({ state, reason }) => `${state} ${reason}`);
}

beforeEach(async () => {
  workspaceId = await makeWorkspace();
});

describe("erasing a person", () => {
  test("leaves nothing of them in any table, and all of the others", async () => {
    await receive(visit(BEA));
    const before = await dumpTables(workspaceId);
    await receive(ada());
    expect((await findTraces(workspaceId, WORDS)).length).toBeGreaterThan(8);
    const proof = await erase({ email: EMAIL.toUpperCase() });
    expect(proof).toMatchObject({ visitors: 1, events: 5, deliveries: 5, sessions: 1 });
    expect(await findTraces(workspaceId, WORDS)).toEqual([]);
    const after = await dumpTables(workspaceId);
    const { company: companies, company_history: history, ...rest } = after;
    const { company, company_history, ...others } = before;
    expect(rest).toEqual(others);
    expect(companies).toEqual(expect.arrayContaining(company ?? []));
    expect(history).toEqual(expect.arrayContaining(company_history ?? []));
    await expectRebuilt();
  });

  test.each([
    ["LinkedIn URL", () => ({ linkedinUrl: `http://www.linkedin.com/in/${slug}/?x=1` })],
    ["visitor id", () => ({ visitorId: idOf(ADA) })],
  ])("works by %s, too", async (_, subjectOf) => {
    await receive(ada());
    expect(await erase(subjectOf())).toMatchObject({ visitors: 1, events: 5, suppressions: 3 });
    expect(await findTraces(workspaceId, WORDS)).toEqual([]);
  });

  test("takes along what the team wrote and what messages say of them", async () => {
    await receive([...ada(), ...visit(BEA)]);
    const [id, name] = [idOf(ADA), `${firstName} ${lastName}`];
    const row = (table: string, values: object) =>
      insertRow(table, { workspaceId, id: `${table}1`, ...values });
    await insertRow("lead", {
      workspaceId,
      visitorId: id,
      status: "working",
      updatedAt: new Date(),
    });
    await row("note", { visitorId: id, authorId: "u", body: "Met." });
    await row("task", { visitorId: id, title: "Call", assigneeId: "u", createdById: "u" });
    await row("notification", { userId: "u", kind: "alert", title: `${name} is back`, href: "/x" });
    await insertRow("note", {
      ...{ workspaceId, id: "note2", visitorId: idOf(BEA), authorId: "u" },
      body: `Works with ${name} (${EMAIL}).`,
    });
    await row("audit_entry", { action: "visitor.seen", target: id, detail: { email: EMAIL } });
    const proof = await erase({ visitorId: id });
    expect(proof?.records).toMatchObject({ lead: 1, note: 1, task: 1, notification: 1 });
    expect(await findTraces(workspaceId, [...WORDS, id])).toEqual([]);
    const notes = await db().note.findMany({ where: { workspaceId } });
    expect(notes.map(({ body }) => body)).toEqual(["Works with [erased] ([erased])."]);
    const log = await db().auditEntry.findMany({
      where: { workspaceId, action: "privacy.erased" },
    });
    expect(log).toMatchObject([
      { id: proof?.id, target: null, detail: { visitors: 1, events: 5 } },
    ]);
  });

  test("leaves a person of the same device and session as if nobody else had been there", async () => {
    const session = { sid: "shared", vid: "shared" };
    await receive(visit(BEA, { session }));
    const before = await dumpTables(workspaceId);
    await receive(ada({ session, created: START + 90_000_000 }));
    expect(await ofDump("session")).not.toEqual(before.session);
    await erase({ email: EMAIL });
    const after = await dumpTables(workspaceId);
    expect({ ...after, company: [], company_history: [] }).toEqual({
      ...{ ...before, company: [], company_history: [] },
    });
    expect(await findTraces(workspaceId, WORDS)).toEqual([]);
    await expectRebuilt();
    // The session is not the erased person's alone: what it says later is still heard.
    await receive([makeEvents({ seed: BEA + 1, emails: [], linkedin: null, session }).resolved]);
    expect((await fates()).at(-1)).toBe("projected null");
  });

  test("an address that others carry stays theirs", async () => {
    const team = "team@acme.example";
    await receive([...ada({ emails: [EMAIL, team] }), ...visit(BEA, { emails: [team] })]);
    await expect(erase({ email: team })).rejects.toMatchObject({ code: "conflict" });
    await erase({ email: EMAIL });
    expect(await findTraces(workspaceId, WORDS)).toEqual([]);
    await expectRebuilt();
    await receive(visit(BEA + 1, { emails: [team] }));
    expect((await fates()).slice(-5)).toEqual(Array(5).fill("projected null"));
  });

  test("finds what was merged into them and what was detached from them", async () => {
    const other = "ada.elsewhere@private.example";
    const mail = makeEvents({ seed: 20, linkedin: null, emails: [other] }).resolved;
    await receive([
      ...ada(),
      mail,
      ...visit(BEA),
      ...ada({ session: { sid: "s2", vid: "v2" } }).map((payload, index) => ({
        ...payload,
        id: `evt_again_${index}`,
      })),
    ]);
    const mailbox = visitorIdOf(workspaceId, emailVisitorKey(other));
    await mergeVisitors(workspaceId, null, { fromId: mailbox, intoId: idOf(ADA) });
    await detachEvidence(workspaceId, null, {
      ...{ visitorId: idOf(ADA), scope: "session", ref: "s2", intoVisitorId: null },
    });
    await erase({ email: other });
    expect(await findTraces(workspaceId, [...WORDS, other, mailbox, idOf(ADA)])).toEqual([]);
    await expectRebuilt();
    await receive([{ ...mail, id: "evt_once_more" }]);
    expect((await fates()).at(-1)).toBe("ignored suppressed");
  });
});

describe("after it", () => {
  beforeEach(async () => {
    await receive([...ada(), ...visit(BEA)]);
    await deliver(workspaceId, [
      { id: "evt_x", type: "identity.resolved", created: 1, data: EMAIL },
    ]);
    await drainAll();
    await erase({ email: EMAIL });
  });

  test("the next event does not bring them back, by any of their keys", async () => {
    const before = await dumpTables(workspaceId);
    const again = ada({ created: START + 9e8, session: { sid: "new", vid: "new" } });
    await receive(again.map((payload, index) => ({ ...payload, id: `evt_new_${index}` })));
    await receive([
      makeEvents({ seed: 40, linkedin: null, emails: [EMAIL.toUpperCase()] }).resolved,
      makeEvents({ seed: 41, emails: [], linkedin: urlOf(ADA) }).resolved,
      { ...makeEvents({ seed: ADA, emails: [], linkedin: null }).resolved, id: "evt_same_session" },
    ]);
    expect((await fates()).slice(-8)).toEqual(Array(8).fill("ignored suppressed"));
    expect(await dumpTables(workspaceId)).toEqual(before);
    expect(await findTraces(workspaceId, WORDS)).toEqual([]);
    await expectRebuilt();
  });

  test("nothing can be replayed, and the sender's repeat is a repeat", async () => {
    expect((await fates()).filter((fate) => fate === "ignored erased")).toHaveLength(6);
    const [row] = await sql().query(
      `SELECT "id" FROM delivery WHERE "workspaceId" = $1 AND "reason" = 'erased'`,
      [workspaceId],
    );
    await expect(replayDelivery(workspaceId, String(row?.id))).rejects.toMatchObject({
      code: "gone",
    });
    expect(await replayState(workspaceId, "ignored")).toBe(0);
  });

  test("the keys are hashed, and another workspace knows nothing of it", async () => {
    const rows = await sql().query(`SELECT * FROM suppression WHERE "workspaceId" = $1`, [
      workspaceId,
    ]);
    expect(rows.map(({ kind }) => kind).sort()).toEqual(["email", "linkedin", "session"]);
    const first = workspaceId;
    workspaceId = await makeWorkspace();
    await receive(ada());
    expect((await fates()).every((fate) => fate === "projected null")).toBe(true);
    expect(workspaceId).not.toBe(first);
    await erase({ email: EMAIL });
  });
});

test("somebody who was never here is kept away all the same; an id of nobody says nothing", async () => {
  expect(await erase({ visitorId: "v_nobody" })).toBeNull();
  expect(await erase({ email: EMAIL })).toMatchObject({ visitors: 0, events: 0, suppressions: 1 });
  await receive(ada());
  expect(await findTraces(workspaceId, [EMAIL])).toEqual([]);
});

test("what arrived before and is projected after an erasure is dropped", async () => {
  await receive(ada());
  await deliver(
    workspaceId,
    ada().map((payload) => ({ ...payload, id: `${payload.id}_late` })),
  );
  await erase({ email: EMAIL });
  await drainAll();
  expect(await findTraces(workspaceId, WORDS)).toEqual([]);
});

test("a rebuild under way does not bring them back", async () => {
  await receive([...ada(), ...visit(BEA)]);
  const shadow = await openShadow(sql());
  await fillShadow(sql(), shadow, workspaceId);
  await erase({ email: EMAIL });
  await expect(
    sql().transaction((tx) => catchUp(tx, shadow, workspaceId, "0")),
  ).rejects.toMatchObject({ code: "conflict" });
  await closeShadow(sql(), shadow);
});
