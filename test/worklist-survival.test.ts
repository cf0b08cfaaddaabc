import { beforeEach, expect, test } from "vitest";
import { db, sql } from "#lib/db/client.ts";
import { emailVisitorKey } from "#lib/identity/evidence.ts";
import { checkWorkspace, rebuildWorkspace } from "#lib/rebuild/rebuild.ts";
import { visitorIdOf } from "#lib/visitors/project-visitors.ts";
import { recordOutcome } from "#lib/worklist/record-outcome.ts";
import { takeUp } from "#lib/worklist/take-up.ts";
import { withTestDatabase } from "#test/database.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { insertRow } from "#test/fixtures/insert-rows.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const AT = new Date("2026-03-20T12:00:00.000Z");
let ws = "";
beforeEach(async () => {
  ws = await makeWorkspace();
  await db().user.deleteMany();
  await insertRow("user", { id: "ann", email: "ann@acme.example", name: "Ann" });
});

const act = (accountId: string) => ({ workspaceId: ws, accountId, userId: "ann", at: AT });
const items = () =>
  db().workItem.findMany({ where: { workspaceId: ws }, select: { accountId: true, kind: true } });
const outcomes = () =>
  db().outcome.findMany({ where: { workspaceId: ws }, select: { visitorId: true } });

async function project(...payloads: object[]) {
  await deliver(ws, payloads);
  await drainAll();
}

test("an item and its outcome follow a person to another id, and to the company that becomes known", async () => {
  const address = "someone@acme.example";
  const early = makeEvents({ seed: 900, linkedin: null, emails: [address] });
  await project(early.resolved);
  const alone = visitorIdOf(ws, emailVisitorKey(address));
  await recordOutcome(act(alone), { status: "meeting", money: null, reopensOnActivity: true });
  expect(await items()).toEqual([{ accountId: alone, kind: "visitor" }]);

  const late = makeEvents({ seed: 900, emails: [address] });
  await project(late.resolved);
  const [merged] = await db().visitor.findMany({ where: { workspaceId: ws } });
  expect(merged?.id).not.toBe(alone);
  expect(await outcomes()).toEqual([{ visitorId: merged?.id }]);
  expect((await items()).map((item) => item.accountId)).toEqual([merged?.companyId ?? merged?.id]);

  await project(late.enriched);
  const [known] = await db().visitor.findMany({ where: { workspaceId: ws } });
  expect(known?.companyId).toBeTruthy();
  expect(await items()).toEqual([{ accountId: known?.companyId, kind: "company" }]);

  const before = [await items(), await outcomes()];
  await rebuildWorkspace(sql(), ws);
  expect([await items(), await outcomes()]).toEqual(before);
  const { tables } = await checkWorkspace(sql(), ws);
  expect(tables.filter((table) => !table.isEqual)).toEqual([]);
});

test("a company's own item stays when somebody with an item turns out to work there", async () => {
  const { resolved, enriched } = makeEvents({ seed: 7 });
  const colleague = makeEvents({ seed: 12 }); // another person of the same invented company
  await project(resolved);
  const [person] = await db().visitor.findMany({ where: { workspaceId: ws } });
  const id = person?.id ?? "";
  await takeUp(sql(), act(id));
  await project(enriched);
  const [known] = await db().visitor.findMany({ where: { workspaceId: ws } });
  expect(await items()).toEqual([{ accountId: known?.companyId, kind: "company" }]);
  await project(colleague.resolved, colleague.enriched);
  expect(await items()).toHaveLength(1);
});
