import { beforeEach, describe, expect, test } from "vitest";
import { sql } from "#lib/db/client.ts";
import { correctionsVersion } from "#lib/identity/correction-store.ts";
import { emailVisitorKey, linkedinVisitorKey } from "#lib/identity/evidence.ts";
import { detachEvidence, mergeVisitors, revokeCorrection } from "#lib/inbox/correct-identity.ts";
import { compareTables } from "#lib/rebuild/compare.ts";
import { catchUp, fillShadow } from "#lib/rebuild/fill-shadow.ts";
import { checkWorkspace } from "#lib/rebuild/rebuild.ts";
import { closeShadow, leaveShadow, openShadow } from "#lib/rebuild/shadow.ts";
import { getVisitor } from "#lib/visitors/get-visitor.ts";
import { visitorIdOf } from "#lib/visitors/project-visitors.ts";
import { withTestDatabase } from "#test/database.ts";
import { type EventOptions, makeEvents } from "#test/fixtures/events.ts";
import { nameOf } from "#test/fixtures/person.ts";
import { dumpTables } from "#test/tables.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const START = Date.UTC(2026, 2, 2, 9, 0);
const HOUR = 3_600_000;
let workspaceId = "";

const visit = (seed: number, options: EventOptions = {}) =>
  Object.values(makeEvents({ seed, created: START + seed * HOUR, ...options }));
/** A visit of somebody of whom nothing but an e-mail is known. */
const mailVisit = (seed: number, email: string) => [
  makeEvents({ seed, created: START + seed * HOUR, linkedin: null, emails: [email] }).resolved,
];
const urlOf = (seed: number) => `https://linkedin.com/in/${nameOf(seed).slug}`;
const person = (seed: number) => visitorIdOf(workspaceId, linkedinVisitorKey(urlOf(seed)));
const mailbox = (email: string) => visitorIdOf(workspaceId, emailVisitorKey(email));

async function receive(payloads: readonly object[]): Promise<void> {
  await deliver(workspaceId, payloads);
  await drainAll();
}

async function profileOf(id: string) {
  const found = await getVisitor(workspaceId, id);
  if (!found || "redirectTo" in found) throw new Error(`no visitor ${id}`);
  return found;
}

/** What stands in the tables is what a rebuild from the ledger and the corrections would make. */
async function expectRebuilt(): Promise<void> {
  const { tables } = await checkWorkspace(sql(), workspaceId);
  expect(tables.filter(({ isEqual }) => !isEqual)).toEqual([]);
}

const merge = (fromId: string, intoId: string) =>
  mergeVisitors(workspaceId, null, { fromId, intoId });
const undo = (id: string) => revokeCorrection(workspaceId, null, id);

beforeEach(async () => {
  workspaceId = await makeWorkspace();
});

describe("a merge", () => {
  test("makes two LinkedIn URLs one visitor; undone, every table is as it was", async () => {
    await receive([...visit(1), ...visit(2)]);
    const before = await dumpTables(workspaceId);
    const { correctionId } = await merge(person(1), person(2));
    const merged = await profileOf(person(2));
    expect(merged).toMatchObject({ sessions: 2, fullName: "Mirela Lindqvist" });
    expect(merged.emails).toHaveLength(2);
    expect(await getVisitor(workspaceId, person(1))).toEqual({ redirectTo: person(2) });
    await expectRebuilt();
    await undo(correctionId);
    expect(await dumpTables(workspaceId)).toEqual(before);
    await expectRebuilt();
    await expect(undo(correctionId)).rejects.toMatchObject({ code: "not_found" });
  });

  test("keeps the LinkedIn URL, whichever was named first", async () => {
    await receive([...visit(1), ...mailVisit(2, "b@b.example")]);
    const { visitorId } = await merge(person(1), mailbox("b@b.example"));
    expect(visitorId).toBe(person(1));
    await receive(mailVisit(3, "b@b.example"));
    expect(await profileOf(person(1))).toMatchObject({ sessions: 3 });
    await expectRebuilt();
  });

  test("is followed by what arrives later under either key", async () => {
    await receive([...mailVisit(1, "a@a.example"), ...mailVisit(2, "b@b.example")]);
    const { correctionId } = await merge(mailbox("a@a.example"), mailbox("b@b.example"));
    // The URL comes with the e-mail of the one that is gone: both go to it, as one.
    await receive(visit(3, { emails: ["a@a.example"] }));
    expect(await profileOf(person(3))).toMatchObject({ sessions: 3 });
    for (const email of ["a@a.example", "b@b.example"]) {
      expect(await getVisitor(workspaceId, mailbox(email))).toEqual({ redirectTo: person(3) });
    }
    await expectRebuilt();
    await undo(correctionId);
    expect(await profileOf(person(3))).toMatchObject({ sessions: 2 });
    expect(await profileOf(mailbox("b@b.example"))).toMatchObject({ sessions: 1 });
    await expectRebuilt();
  });

  test("chains: undoing the first leaves the second, and links follow to the end", async () => {
    await receive([...visit(1), ...visit(2), ...visit(3)]);
    const first = await merge(person(1), person(2));
    await merge(person(2), person(3));
    expect(await profileOf(person(3))).toMatchObject({ sessions: 3 });
    expect(await getVisitor(workspaceId, person(1))).toEqual({ redirectTo: person(3) });
    await undo(first.correctionId);
    expect(await profileOf(person(1))).toMatchObject({ sessions: 1 });
    expect(await profileOf(person(3))).toMatchObject({ sessions: 2 });
    await expectRebuilt();
  });

  test("takes what the team wrote along, and gives it back", async () => {
    await receive([...visit(1), ...visit(2)]);
    await sql().query(
      `INSERT INTO note ("workspaceId", "id", "visitorId", "authorId", "body")
       VALUES ($1, 'n1', $2, 'u', 'Called'), ($1, 'n2', $3, 'u', 'Wrote')`,
      [workspaceId, person(1), person(2)],
    );
    await sql().query(
      `INSERT INTO lead ("workspaceId", "visitorId", "ownerId", "status", "updatedAt")
       VALUES ($1, $2, 'u', 'working', now())`,
      [workspaceId, person(1)],
    );
    const { correctionId } = await merge(person(1), person(2));
    expect(await teamSide()).toEqual(["lead 2", "n1 2", "n2 2"]);
    await undo(correctionId);
    expect(await teamSide()).toEqual(["lead 1", "n1 1", "n2 2"]);
  });

  test("of who is gone, or of one with itself, is refused", async () => {
    await receive([...visit(1), ...visit(2)]);
    await merge(person(1), person(2));
    await expect(merge(person(1), person(2))).rejects.toMatchObject({ code: "not_found" });
    await expect(merge(person(2), person(2))).rejects.toMatchObject({ code: "invalid_request" });
  });
});

test("a rebuild that began before a correction takes it in when it catches up", async () => {
  await receive([...visit(1), ...visit(2), ...visit(5, { linkedin: urlOf(1) })]);
  const version = await correctionsVersion(sql(), workspaceId);
  const shadow = await openShadow(sql());
  await fillShadow(sql(), shadow, workspaceId);
  await merge(person(1), person(2));
  const wrong = { visitorId: person(2), scope: "session" as const, ref: "sid_5" };
  await detachEvidence(workspaceId, null, { ...wrong, intoVisitorId: null });
  const compare = (from: string) =>
    sql().transaction(async (tx) => {
      await catchUp(tx, shadow, workspaceId, from);
      await leaveShadow(tx, shadow);
      const tables = await compareTables(tx, shadow, workspaceId);
      return tables.filter(({ isEqual }) => !isEqual).map(({ table }) => table);
    });
  // As if nothing had been noticed, and then as it is.
  expect(await compare("1000")).toContain("visitor");
  expect(await compare(version)).toEqual([]);
  await closeShadow(sql(), shadow);
});

async function teamSide(): Promise<string[]> {
  const rows = await sql().query(
    `SELECT 'lead' AS what, "visitorId" FROM lead WHERE "workspaceId" = $1
     UNION ALL SELECT "id", "visitorId" FROM note WHERE "workspaceId" = $1`,
    [workspaceId],
  );
  const names = new Map([1, 2].map((seed) => [person(seed), seed]));
  return rows.map((row) => `${row.what} ${names.get(String(row.visitorId))}`).sort();
}

describe("wrong person", () => {
  test("takes a session and what it said away; undone, every table is as it was", async () => {
    const wrong = visit(5, { linkedin: urlOf(1), emails: ["other@other.example"] });
    await receive([...visit(1), ...wrong]);
    const before = await dumpTables(workspaceId);
    const { correctionId } = await detachEvidence(workspaceId, null, {
      visitorId: person(1),
      scope: "session",
      ref: "sid_5",
      intoVisitorId: null,
    });
    const profile = await profileOf(person(1));
    expect(profile).toMatchObject({ sessions: 1, fullName: "Elias Okabe" });
    expect(profile.emails.map(({ value }) => value)).not.toContain("other@other.example");
    await expectRebuilt();
    await undo(correctionId);
    expect(await dumpTables(workspaceId)).toEqual(before);
  });

  test("holds for what arrives later in that session", async () => {
    const wrong = visit(5, { linkedin: urlOf(1) });
    await receive([...visit(1), ...wrong.slice(0, 2)]);
    const { correctionId } = await detachEvidence(workspaceId, null, {
      visitorId: person(1),
      scope: "session",
      ref: "sid_5",
      intoVisitorId: null,
    });
    await receive(wrong.slice(2));
    expect(await profileOf(person(1))).toMatchObject({ sessions: 1 });
    await expectRebuilt();
    await undo(correctionId);
    expect(await profileOf(person(1))).toMatchObject({ sessions: 2 });
    await expectRebuilt();
  });

  test("gives a session to another as a visit, who gets nothing of what it said", async () => {
    await receive([...visit(1), ...visit(2), ...visit(5, { linkedin: urlOf(1) })]);
    const before = await dumpTables(workspaceId);
    const { correctionId } = await detachEvidence(workspaceId, null, {
      visitorId: person(1),
      scope: "session",
      ref: "sid_5",
      intoVisitorId: person(2),
    });
    expect(await profileOf(person(1))).toMatchObject({ sessions: 1 });
    expect(await profileOf(person(2))).toMatchObject({ sessions: 2, fullName: "Mirela Lindqvist" });
    // Who got it is merged on: the session goes along.
    await receive(visit(3));
    const { correctionId: second } = await merge(person(2), person(3));
    expect(await profileOf(person(3))).toMatchObject({ sessions: 3 });
    await expectRebuilt();
    await undo(second);
    await expectRebuilt();
    await undo(correctionId);
    const after = await dumpTables(workspaceId);
    for (const row of before.session ?? []) expect(after.session).toContain(row);
    await expectRebuilt();
  });

  test("sets a shared browser aside, also for what it sends later", async () => {
    const shared = { session: { vid: "kiosk" } };
    await receive([...visit(1, shared), ...visit(2)]);
    const { correctionId } = await detachEvidence(workspaceId, null, {
      visitorId: person(1),
      scope: "device",
      ref: "kiosk",
      intoVisitorId: null,
    });
    expect(await getVisitor(workspaceId, person(1))).toBeNull();
    await receive(visit(3, shared));
    expect(await getVisitor(workspaceId, person(3))).toBeNull();
    await expectRebuilt();
    await undo(correctionId);
    for (const seed of [1, 3]) expect(await profileOf(person(seed))).toMatchObject({ sessions: 1 });
    await expectRebuilt();
  });

  test("leaves one event out", async () => {
    await receive([...visit(1), ...visit(5, { linkedin: urlOf(1), person: { headline: "King" } })]);
    expect(await profileOf(person(1))).toMatchObject({ headline: "King" });
    for (const ref of ["evt_5_enriched", "evt_5_session.finalized"]) {
      const scope = "event" as const;
      const wrong = { visitorId: person(1), scope, ref, intoVisitorId: null };
      await detachEvidence(workspaceId, null, wrong);
    }
    const { headline, sessions } = await profileOf(person(1));
    expect(headline).not.toBe("King");
    expect(sessions).toBe(2);
    await expectRebuilt();
  });

  test("is refused for what is not the visitor’s", async () => {
    await receive([...visit(1), ...visit(2)]);
    const wrong = { visitorId: person(1), scope: "session" as const, intoVisitorId: null };
    await expect(
      detachEvidence(workspaceId, null, { ...wrong, ref: "sid_2" }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});
