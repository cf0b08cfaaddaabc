import { beforeEach, expect, test } from "vitest";
import { getSessionUser, startSession } from "#lib/auth/auth-session.ts";
import { setClock } from "#lib/clock.ts";
import { db, sql } from "#lib/db/client.ts";
import { tellOwnerOfMany } from "#lib/leads/tell-owner.ts";
import { notify } from "#lib/notifications/notify.ts";
import { createAssignmentRule } from "#lib/worklist/assignment-rules.ts";
import { dealNewAccounts } from "#lib/worklist/deal-new-accounts.ts";
import { parseRuleForm } from "#lib/worklist/rule-form.ts";
import { listMutedNotices, ownSettings, saveOwnSettings } from "#lib/workspaces/own-settings.ts";
import { withTestDatabase } from "#test/database.ts";
import { makeWorklist, NOW, type World } from "#test/worklist-fixture.ts";

withTestDatabase();

let w: World;
beforeEach(async () => {
  const restore = setClock(() => NOW.getTime());
  w = await makeWorklist();
  return restore;
});

const notices = () =>
  sql().query(
    `SELECT "userId", kind, title, href FROM notification WHERE "workspaceId" = $1 ORDER BY "userId", id`,
    [w.ws],
  );
const settings = (timezone: string, muted: string[] = []) => ownSettings.parse({ timezone, muted });

async function deal(memberIds: string[], companies: number) {
  for (let i = 0; i < companies; i++) {
    await w.company(`n${i}`);
    await w.visit(`p${i}`, `n${i}`, -2 + i / 1000);
  }
  const form = {
    name: "All",
    countries: "",
    industries: "",
    minEmployees: "",
    maxEmployees: "",
    domainEnding: "",
    memberIds,
  };
  const parsed = parseRuleForm(form);
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  await createAssignmentRule({ workspaceId: w.ws, userId: "ann" }, parsed.rule);
  return dealNewAccounts(w.ws);
}

test("a zone is one that there is, or none; it goes with every sign-in", async () => {
  expect(settings("  ").timezone).toBeNull();
  expect(ownSettings.safeParse({ timezone: "Mars/Olympus", muted: [] }).success).toBe(false);
  expect(ownSettings.safeParse({ timezone: "", muted: ["alert"] }).success).toBe(false);
  const session = await startSession("ann", null);
  expect((await getSessionUser(session))?.timezone).toBeNull();
  await saveOwnSettings(w.ws, "ann", settings("Asia/Kolkata", ["task", "task"]));
  expect((await getSessionUser(session))?.timezone).toBe("Asia/Kolkata");
  expect(await listMutedNotices(w.ws, "ann")).toEqual(["task"]);
  expect(await listMutedNotices(w.ws, "bob")).toEqual([]);
});

test("what a member does not want is not told, the rest is", async () => {
  await saveOwnSettings(w.ws, "ann", settings("", ["mention"]));
  const told = (kind: string) => notify(sql(), w.ws, ["ann", "bob"], { kind, title: kind });
  expect((await told("mention")).sort()).toEqual(["bob"]);
  expect((await told("task")).sort()).toEqual(["ann", "bob"]);
});

test("who is dealt accounts hears of it: few by name, many as a number", async () => {
  // The world has a company and a person alone that were seen today.
  expect(await deal(["ann", "bob"], 0)).toBe(2);
  const rows = await notices();
  expect(rows).toMatchObject([
    { userId: "ann", kind: "dealt", title: "beta is yours" },
    { userId: "bob", kind: "dealt", title: "SOLO is yours" },
  ]);
  expect(String(rows[0]?.href)).toMatch(new RegExp(`/worklist/beta-${w.ws}$`));
  // Once, ever.
  await dealNewAccounts(w.ws);
  expect(await notices()).toHaveLength(2);
});

test("many accounts at once are one notice, and none for who does not want it", async () => {
  await saveOwnSettings(w.ws, "bob", settings("", ["dealt"]));
  expect(await deal(["ann", "bob"], 10)).toBe(12);
  const rows = await notices();
  expect(rows.map(({ userId, title }) => [userId, title])).toEqual([
    ["ann", "6 accounts are yours"],
  ]);
  expect(String(rows[0]?.href)).toMatch(/\/worklist\?view=mine$/);
});

test("an owner of many hears of it once; nobody hears of their own doing", async () => {
  await tellOwnerOfMany(w.ws, "ann", "ann", 5);
  await tellOwnerOfMany(w.ws, "ann", "bob", 0);
  expect(await notices()).toEqual([]);
  await tellOwnerOfMany(w.ws, "ann", "bob", 1_240);
  const { name } = await db().user.findUniqueOrThrow({ where: { id: "ann" } });
  expect(await notices()).toMatchObject([
    { userId: "bob", kind: "owner", title: `${name} made you the owner of 1,240 visitors` },
  ]);
});
