import { beforeEach, describe, expect, test } from "vitest";
import { db, sql } from "#lib/db/client.ts";
import { claimAccount, releaseAccount } from "#lib/worklist/claim.ts";
import { listHistory } from "#lib/worklist/list-history.ts";
import { recordOutcome } from "#lib/worklist/record-outcome.ts";
import { snoozeAccount } from "#lib/worklist/snooze.ts";
import { withTestDatabase } from "#test/database.ts";
import { insertRow } from "#test/fixtures/insert-rows.ts";
import { hours, iso, makeWorklist, NOW, type World } from "#test/worklist-fixture.ts";
import { makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

let w: World;
beforeEach(async () => {
  w = await makeWorklist();
});

describe("claiming", () => {
  test("of two who claim at once one wins, and the other is told by whom", async () => {
    const results = await Promise.allSettled([
      claimAccount(w.act("acme")),
      claimAccount(w.act("acme", "bob")),
    ]);
    const lost = results.filter((one) => one.status === "rejected");
    expect(lost).toHaveLength(1);
    const found = await w.row("acme");
    const holder = found?.owner?.name;
    expect(lost[0]?.reason).toMatchObject({
      code: "conflict",
      message: `${holder} has claimed this account.`,
    });
    const other = holder === "ANN" ? "bob" : "ann";
    for (const late of [
      () => snoozeAccount(w.act("acme", other), { until: hours(1), wakesOnActivity: true }),
      () => releaseAccount(w.act("acme", other)),
      () =>
        recordOutcome(w.act("acme", other), {
          status: "won",
          money: null,
          reopensOnActivity: false,
        }),
    ]) {
      await expect(late()).rejects.toMatchObject({ code: "conflict" });
    }
    expect(await listHistory(w.ws, { kind: "company", id: `acme-${w.ws}` })).toEqual([]);
  });

  test("takes it up: the clock stops until its people come again; released, it is as before", async () => {
    await claimAccount(w.act("acme"));
    expect(await w.placeOf("acme")).toBe("mine");
    expect(await w.placeOf("acme", "bob")).toBe("team");
    expect((await w.row("acme"))?.activity).toMatchObject({ people: 2, unhandledAt: null });
    await w.visit("ada", "acme", 1);
    expect((await w.row("acme"))?.activity?.unhandledAt).toBe(iso(1));
    await releaseAccount(w.act("acme"));
    expect(await w.placeOf("acme", "bob")).toBe("new");
    expect((await w.row("acme"))?.activity?.unhandledAt).toBe(iso(-30));
  });

  test("whoever cannot sign in any more holds nothing", async () => {
    await claimAccount(w.act("acme", "bob"));
    await db().user.update({ where: { id: "bob" }, data: { disabledAt: NOW } });
    await claimAccount(w.act("acme"));
    expect((await w.row("acme"))?.owner?.name).toBe("ANN");
  });

  test("who may act for all releases what another holds", async () => {
    await claimAccount(w.act("acme", "bob"));
    await releaseAccount(w.act("acme"), true);
    expect(await w.placeOf("acme")).toBe("new");
  });

  test("what is no account, or another workspace's, is not found", async () => {
    await expect(claimAccount(w.act("career"))).rejects.toMatchObject({ code: "not_found" });
    const other = { ...w.act("acme"), workspaceId: await makeWorkspace() };
    await expect(claimAccount(other)).rejects.toMatchObject({ code: "not_found" });
    await expect(claimAccount(w.act("ada"))).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("snoozing", () => {
  test("waits until its time and is back by itself", async () => {
    await snoozeAccount(w.act("acme"), { until: hours(5), wakesOnActivity: false });
    expect(await w.placeOf("acme")).toBe("waiting");
    await w.visit("ada", "acme", 1);
    expect(await w.placeOf("acme", "ann", hours(4.9))).toBe("waiting");
    expect(await w.placeOf("acme", "ann", hours(5))).toBe("mine");
  });

  test("or, if wanted, until its people come again", async () => {
    await snoozeAccount(w.act("acme"), { until: hours(50), wakesOnActivity: true });
    expect(await w.placeOf("acme")).toBe("waiting");
    await w.visit("ada", "acme", 1);
    expect(await w.placeOf("acme", "ann", hours(2))).toBe("mine");
  });

  test("what wakes first stands first", async () => {
    await snoozeAccount(w.act("acme"), { until: hours(9), wakesOnActivity: true });
    await snoozeAccount(w.act("solo", "bob"), { until: hours(3), wakesOnActivity: true });
    await snoozeAccount(w.act("beta"), { until: hours(6), wakesOnActivity: true });
    expect(await w.ids("waiting")).toEqual(["solo", "beta", "acme"]);
    expect(await w.ids("waiting", "ann", NOW, { owner: "bob" })).toEqual(["solo"]);
  });

  test.each([0, -1, 24 * 400])("a time %d hours ahead is refused", async (ahead) => {
    const snooze = { until: hours(ahead), wakesOnActivity: true };
    await expect(snoozeAccount(w.act("acme"), snooze)).rejects.toMatchObject({
      code: "invalid_request",
    });
  });
});

describe("outcomes", () => {
  const money = { amountMinor: 1_250_050, currency: "EUR" };

  test("are kept as history with their money, and the people's status follows", async () => {
    await recordOutcome(w.act("acme"), { status: "opportunity", money, reopensOnActivity: true });
    await recordOutcome(w.act("acme", "ann", hours(1)), {
      status: "won",
      money: null,
      reopensOnActivity: false,
    });
    expect(await w.ids("done")).toEqual(["acme"]);
    expect(await w.ids("done", "ann", NOW, { outcome: "lost" })).toEqual([]);
    expect((await w.row("acme"))?.outcome).toMatchObject({ status: "won", amountMinor: null });
    const kept = await db().outcome.findMany({
      where: { workspaceId: w.ws },
      orderBy: { at: "asc" },
    });
    expect(kept).toMatchObject([
      {
        status: "opportunity",
        amountMinor: 1_250_050n,
        currency: "EUR",
        companyId: `acme-${w.ws}`,
      },
      { status: "won", amountMinor: null, currency: null, visitorId: null, userId: "ann" },
    ]);
    const leads = await db().lead.findMany({ where: { workspaceId: w.ws } });
    expect(leads.map((lead) => lead.status)).toEqual(["won", "won"]);
    const history = await listHistory(w.ws, { kind: "company", id: `acme-${w.ws}` });
    expect(history.map((one) => [one.status, one.amountMinor, one.by])).toEqual([
      ["won", null, "ANN"],
      ["opportunity", 1_250_050, "ANN"],
    ]);
  });

  test("who is called no fit stays so", async () => {
    const lead = { workspaceId: w.ws, visitorId: `ada-${w.ws}`, status: "not_a_fit" };
    await insertRow("lead", { ...lead, updatedAt: NOW });
    await recordOutcome(w.act("acme"), { status: "meeting", money: null, reopensOnActivity: true });
    const leads = await db().lead.findMany({
      where: { workspaceId: w.ws },
      orderBy: { visitorId: "asc" },
    });
    expect(leads.map((one) => one.status)).toEqual(["meeting", "not_a_fit"]);
  });

  test.each([
    ["an opportunity without money", "opportunity", null],
    ["a meeting with money", "meeting", money],
    ["half a cent", "won", { amountMinor: 0.5, currency: "EUR" }],
    ["less than nothing", "won", { amountMinor: -1, currency: "EUR" }],
    ["no such currency", "won", { amountMinor: 1, currency: "XYZ" }],
  ] as const)("%s is refused and nothing is written", async (_, status, given) => {
    const outcome = { status, money: given, reopensOnActivity: false };
    await expect(recordOutcome(w.act("acme"), outcome)).rejects.toMatchObject({
      code: "invalid_request",
    });
    expect(await w.placeOf("acme")).toBe("new");
  });

  test("a done account comes back with its people only where that is wanted", async () => {
    await recordOutcome(w.act("acme"), { status: "lost", money: null, reopensOnActivity: true });
    await recordOutcome(w.act("beta"), {
      status: "not_a_fit",
      money: null,
      reopensOnActivity: false,
    });
    expect(await w.placeOf("acme")).toBe("done");
    await w.visit("ada", "acme", 1);
    await w.visit("bea", "beta", 1);
    expect(await w.placeOf("acme", "ann", hours(2))).toBe("mine");
    expect(await w.placeOf("beta", "ann", hours(2))).toBe("done");
    expect((await w.row("acme", "ann", hours(2)))?.outcome?.status).toBe("lost");
  });
});

test("the tables refuse what makes no sense", async () => {
  const item = { workspaceId: w.ws, accountId: "x", kind: "company", state: "done" };
  await expect(insertRow("work_item", item)).rejects.toThrow(/done_check/);
  const outcome = { workspaceId: w.ws, id: "o", status: "won", userId: "ann" };
  await expect(insertRow("outcome", outcome)).rejects.toThrow(/account_check/);
  const halved = { ...outcome, companyId: "c", amountMinor: 5 };
  await expect(insertRow("outcome", halved)).rejects.toThrow(/amount_check/);
  expect(await sql().query("SELECT 1 FROM outcome WHERE id = 'o'")).toEqual([]);
});
