import { afterAll, beforeEach, expect, test } from "vitest";
import { setClock } from "#lib/clock.ts";
import { db, sql } from "#lib/db/client.ts";
import { emailVisitorKey } from "#lib/identity/evidence.ts";
import { mergeVisitors, revokeCorrection } from "#lib/inbox/correct-identity.ts";
import { checkWorkspace, rebuildWorkspace } from "#lib/rebuild/rebuild.ts";
import { getVisitor } from "#lib/visitors/get-visitor.ts";
import { visitorIdOf } from "#lib/visitors/project-visitors.ts";
import type { OutcomeStatus } from "#lib/worklist/account.ts";
import { recordOutcome } from "#lib/worklist/record-outcome.ts";
import { undoOutcome } from "#lib/worklist/undo-outcome.ts";
import { withTestDatabase } from "#test/database.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { insertRow } from "#test/fixtures/insert-rows.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const COMPANY = { name: "Kestrel Works", domain: "kestrel.example", employeeCount: 240 };
const LATE = new Date("2026-09-20T12:00:00.000Z");
let ws = "";
let clock = LATE.getTime();
afterAll(setClock(() => clock));

beforeEach(async () => {
  clock = LATE.getTime();
  ws = await makeWorkspace();
  await db().user.deleteMany();
  await insertRow("user", { id: "ann", email: "ann@acme.example", name: "Ann" });
  await insertRow("user", { id: "bob", email: "bob@acme.example", name: "Bob" });
  // The leads' owner and status are the team's; who acts is a member.
  for (const userId of ["ann", "bob"]) {
    await insertRow("membership", { workspaceId: ws, userId, role: "rep" });
  }
});

const record = (accountId: string, status: OutcomeStatus) =>
  recordOutcome(
    { workspaceId: ws, accountId, userId: "ann", at: new Date(clock) },
    { status, money: null, reopensOnActivity: true },
  );
const undo = (outcomeId: string, userId = "ann", forAll = false) =>
  undoOutcome({ workspaceId: ws, outcomeId, userId, at: LATE }, forAll);

async function project(...payloads: object[]) {
  await deliver(ws, payloads);
  await drainAll();
}

async function ranks() {
  const of = (table: string) =>
    sql().query(
      `SELECT id, "scoreRank"::text AS rank FROM ${table} WHERE "workspaceId" = $1 ORDER BY id`,
      [ws],
    );
  const rows = [...(await of("visitor")), ...(await of("company"))];
  return new Map(rows.map(({ id, rank }) => [String(id), Number(rank)]));
}

async function expectAsRebuilt() {
  const { tables } = await checkWorkspace(sql(), ws);
  expect(tables.filter((table) => !table.isEqual)).toEqual([]);
}

test("an outcome of a company counts for all of its people at once, and undone for none", async () => {
  await project(...Object.values(makeEvents({ seed: 1, company: COMPANY })));
  await project(...Object.values(makeEvents({ seed: 8, company: COMPANY })));
  const people = await db().visitor.findMany({ where: { workspaceId: ws } });
  expect(people).toHaveLength(2);
  const companyId = people[0]?.companyId ?? "";
  const before = await ranks();

  const { id } = await record(companyId, "not_a_fit");
  const tenth = Math.round(Math.log2(0.1) * 1e6);
  const after = await ranks();
  for (const one of [...people.map((person) => person.id), companyId]) {
    expect(Math.abs((after.get(one) ?? 0) - (before.get(one) ?? 0) - tenth)).toBeLessThanOrEqual(1);
  }
  await expectAsRebuilt();
  const seen = await getVisitor(ws, people[0]?.id ?? "");
  if (!seen || "redirectTo" in seen) throw new Error("no visitor");
  expect(seen.score.parts.reduce((sum, { points }) => sum + points, 0)).toBe(seen.score.total);
  expect(seen.score.parts.find(({ kind }) => kind === "outcome")?.name).toBe("Not a fit");

  // What arrives later is weighed with it, in the statement that projects it.
  await project(...Object.values(makeEvents({ seed: 15, company: COMPANY })));
  await expectAsRebuilt();
  await rebuildWorkspace(sql(), ws);
  await expectAsRebuilt();

  await expect(undo(id, "bob")).rejects.toMatchObject({ code: "forbidden" });
  await undo(id, "bob", true);
  await expect(undo(id)).rejects.toMatchObject({ code: "not_found" });
  await expectAsRebuilt();
  const gained = [...(await ranks())].map(([key, rank]) => rank - (before.get(key) ?? rank));
  expect(Math.min(...gained)).toBeGreaterThanOrEqual(0);
  expect(await db().lead.findMany({ where: { workspaceId: ws, status: { not: "new" } } })).toEqual(
    [],
  );
  const item = await db().workItem.findFirst({ where: { workspaceId: ws } });
  expect(item).toMatchObject({ state: "open", status: null, doneAt: null, claimedById: "ann" });
});

test("undone, the outcome before it counts again", async () => {
  await project(...Object.values(makeEvents({ seed: 1, company: COMPANY })));
  const [person] = await db().visitor.findMany({ where: { workspaceId: ws } });
  const account = person?.companyId ?? "";
  await record(account, "meeting");
  const met = await ranks();
  clock += 3_600_000;
  const { id } = await record(account, "lost");
  expect((await ranks()).get(account)).toBeLessThan(met.get(account) ?? 0);
  await undo(id);
  expect(await ranks()).toEqual(met);
  const [lead] = await db().lead.findMany({ where: { workspaceId: ws } });
  expect(lead?.status).toBe("meeting");
  expect(await db().workItem.findFirst({ where: { workspaceId: ws } })).toMatchObject({
    status: "meeting",
    doneAt: LATE,
  });
});

test("outcomes of a person go along with a new id, a merge and its undoing", async () => {
  const address = "someone@acme.example";
  await project(makeEvents({ seed: 900, linkedin: null, emails: [address] }).resolved);
  const alone = visitorIdOf(ws, emailVisitorKey(address));
  const before = await ranks();
  await record(alone, "meeting");
  expect((await ranks()).get(alone)).toBeGreaterThan(before.get(alone) ?? 0);
  await expectAsRebuilt();

  await project(makeEvents({ seed: 900, emails: [address] }).resolved);
  const [known] = await db().visitor.findMany({ where: { workspaceId: ws } });
  expect(known?.id).not.toBe(alone);
  await expectAsRebuilt();

  await project(makeEvents({ seed: 5 }).resolved);
  const other = (await db().visitor.findMany({ where: { workspaceId: ws } })).find(
    ({ id }) => id !== known?.id,
  );
  const apart = await ranks();
  const { correctionId } = await mergeVisitors(ws, "ann", {
    fromId: known?.id ?? "",
    intoId: other?.id ?? "",
  });
  expect(await db().outcome.findMany({ where: { workspaceId: ws } })).toMatchObject([
    { visitorId: other?.id },
  ]);
  await expectAsRebuilt();
  await revokeCorrection(ws, "ann", correctionId);
  expect(await ranks()).toEqual(apart);
  await expectAsRebuilt();
});
