import { afterEach, beforeEach, expect, test } from "vitest";
import { setClock } from "#lib/clock.ts";
import { db, sql } from "#lib/db/client.ts";
import {
  createAssignmentRule,
  deleteAssignmentRule,
  listAssignmentRules,
  moveAssignmentRule,
  updateAssignmentRule,
} from "#lib/worklist/assignment-rules.ts";
import { claimAccount, releaseAccount } from "#lib/worklist/claim.ts";
import { dealAllNewAccounts, dealNewAccounts } from "#lib/worklist/deal-new-accounts.ts";
import { previewAssignment } from "#lib/worklist/preview-assignment.ts";
import { parseRuleForm } from "#lib/worklist/rule-form.ts";
import { getSlaHours, setSlaHours } from "#lib/worklist/settings.ts";
import { engineKind, withTestDatabase } from "#test/database.ts";
import { iso, makeWorklist, NOW, type World } from "#test/worklist-fixture.ts";
import { makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

let w: World;
let restore = () => {};
beforeEach(async () => {
  restore = setClock(() => NOW.getTime());
  w = await makeWorklist();
});
afterEach(() => restore());

const admin = () => ({ workspaceId: w.ws, userId: "ann" });
const typed = {
  name: "All",
  countries: "",
  industries: "",
  minEmployees: "",
  maxEmployees: "",
  domainEnding: "",
  memberIds: ["ann", "bob"],
};

function addRule(values: Partial<typeof typed> = {}) {
  const parsed = parseRuleForm({ ...typed, ...values });
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  return createAssignmentRule(admin(), parsed.rule);
}

/** Companies seen today, the earliest first. */
async function arrive(count: number) {
  for (let i = 0; i < count; i++) {
    await w.company(`n${i}`);
    await w.visit(`p${i}`, `n${i}`, -2 + i / 1000);
  }
}

async function holders() {
  const items = await db().workItem.findMany({ where: { workspaceId: w.ws } });
  return Object.fromEntries(
    items.map((item) => [item.accountId.replace(`-${w.ws}`, ""), item.claimedById]),
  );
}

test("what is new today is dealt in turn, the earliest visit first; what is old is not", async () => {
  await addRule();
  // acme was last seen 26 hours ago; solo came two hours ago and still has no company.
  expect(await dealNewAccounts(w.ws)).toBe(2);
  expect(await holders()).toEqual({ beta: "ann", solo: "bob" });
  expect(await w.ids("mine")).toEqual(["beta"]);
  expect((await w.row("beta"))?.activity?.unhandledAt).toBe(iso(-3));
});

test("a person is dealt alone only once their company had time to become known", async () => {
  await addRule();
  await w.visit("fresh", null, -0.1);
  await dealNewAccounts(w.ws);
  expect(await holders()).not.toHaveProperty("fresh");
});

test("dealers at once deal each account once, in fair turns", async () => {
  await addRule();
  await arrive(11);
  const dealt = await Promise.all([1, 2, 3].map(() => dealNewAccounts(w.ws)));
  expect(dealt.reduce((sum, one) => sum + one, 0)).toBe(13);
  const all = Object.values(await holders());
  expect(all).toHaveLength(13);
  expect(all.filter((id) => id === "ann")).toHaveLength(7);
  await w.company("late");
  await w.visit("late-one", "late", -0.5);
  await dealAllNewAccounts();
  expect((await holders()).late).toBe("bob");
});

test.runIf(engineKind === "server")(
  "a dealer waits for another, and goes on behind it",
  async () => {
    const id = await addRule();
    let second: Promise<number> | undefined;
    await sql().transaction(async (tx) => {
      const name = `assignment:${w.ws}`;
      await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [name]);
      second = dealNewAccounts(w.ws);
      await expect
        .poll(() => tx.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"))
        .toHaveLength(1);
      await tx.query(`UPDATE assignment_rule SET "lastMemberId" = 'ann' WHERE "id" = $1`, [id]);
    });
    expect(await second).toBe(2);
    expect(await holders()).toEqual({ beta: "bob", solo: "ann" });
  },
);

test("nothing is dealt twice: not what was released, not what somebody claimed", async () => {
  await addRule({ memberIds: ["bob"] });
  await claimAccount(w.act("beta"));
  await dealNewAccounts(w.ws);
  await releaseAccount(w.act("solo", "bob"));
  expect(await dealNewAccounts(w.ws)).toBe(0);
  expect(await holders()).toEqual({ beta: "ann", solo: null });
});

test("the first rule that fits decides; paused rules and disabled members are passed over", async () => {
  const austria = await addRule({ name: "Austria", countries: "at", memberIds: ["bob"] });
  await addRule({ memberIds: ["ann"] });
  await db().user.update({ where: { id: "bob" }, data: { disabledAt: NOW } });
  await dealNewAccounts(w.ws);
  expect(await holders()).toEqual({ beta: "ann", solo: "ann" });
  await db().user.update({ where: { id: "bob" }, data: { disabledAt: null } });
  await db().workItem.deleteMany({ where: { workspaceId: w.ws } });
  await updateAssignmentRule(admin(), austria, { isEnabled: false });
  await dealNewAccounts(w.ws);
  expect((await holders()).beta).toBe("ann");
  await db().workItem.deleteMany({ where: { workspaceId: w.ws } });
  await updateAssignmentRule(admin(), austria, { isEnabled: true });
  await dealNewAccounts(w.ws);
  expect(await holders()).toEqual({ beta: "bob", solo: "ann" });
});

test("the preview says what dealing does, and writes nothing", async () => {
  await addRule({ name: "Software", industries: "software", memberIds: ["bob"] });
  await addRule({ domainEnding: "*.Example", name: "Domain" });
  const preview = await previewAssignment(w.ws);
  expect(preview.map((row) => [row.name, row.memberId])).toEqual([
    ["SOLO", null],
    ["beta", null],
    ["acme", "bob"],
  ]);
  expect(await holders()).toEqual({});
  expect((await listAssignmentRules(w.ws)).map((rule) => rule.lastMemberId)).toEqual([null, null]);
});

test("rules are moved, removed, and kept apart by workspace", async () => {
  const [a, b, c] = [await addRule({ name: "a" }), await addRule({ name: "b" }), await addRule()];
  const order = async () => (await listAssignmentRules(w.ws)).map((rule) => rule.id);
  await moveAssignmentRule(admin(), c, -1);
  expect(await order()).toEqual([a, c, b]);
  await moveAssignmentRule(admin(), a, -1);
  await moveAssignmentRule(admin(), a, 1);
  expect(await order()).toEqual([c, a, b]);
  await deleteAssignmentRule(admin(), a);
  expect(await order()).toEqual([c, b]);
  const other = { ...admin(), workspaceId: await makeWorkspace() };
  await expect(deleteAssignmentRule(other, b)).rejects.toMatchObject({ code: "not_found" });
  const stranger = parseRuleForm({ ...typed, memberIds: ["zoe"] });
  if ("problems" in stranger) throw new Error("a well-formed rule");
  await expect(createAssignmentRule(admin(), stranger.rule)).rejects.toMatchObject({
    code: "conflict",
  });
});

test("a form is told what is wrong, field by field", () => {
  const wrong = { countries: "Germany", minEmployees: "9", maxEmployees: "3", memberIds: [] };
  const parsed = parseRuleForm({ ...typed, ...wrong, name: " " });
  expect("problems" in parsed && Object.keys(parsed.problems).sort()).toEqual([
    "countries",
    "maxEmployees",
    "memberIds",
    "name",
  ]);
  const sizes = parseRuleForm({ ...typed, minEmployees: "9", maxEmployees: "3" });
  expect("problems" in sizes && sizes.problems).toEqual({
    maxEmployees: "The upper end is below the lower one.",
  });
  expect(parseRuleForm({ ...typed, minEmployees: "many" })).toHaveProperty("problems");
});

test("when an account is late is the workspace's choice", async () => {
  expect(await getSlaHours(w.ws)).toBe(24);
  await setSlaHours(w.ws, 4, "ann");
  await setSlaHours(w.ws, 8, "ann");
  expect(await getSlaHours(w.ws)).toBe(8);
});
