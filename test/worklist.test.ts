import { beforeEach, describe, expect, test } from "vitest";
import { db, sql } from "#lib/db/client.ts";
import { claimAccount, releaseAccount } from "#lib/worklist/claim.ts";
import { countAccounts } from "#lib/worklist/list-accounts.ts";
import { listEvidence } from "#lib/worklist/list-evidence.ts";
import { listHistory } from "#lib/worklist/list-history.ts";
import { getWorklistRow, listWorklist } from "#lib/worklist/list-worklist.ts";
import { recordOutcome } from "#lib/worklist/record-outcome.ts";
import { WORKLIST_VIEWS, type WorklistView, worklistParams } from "#lib/worklist/search-params.ts";
import { snoozeAccount } from "#lib/worklist/snooze.ts";
import { withTestDatabase } from "#test/database.ts";
import {
  insertCompany,
  insertRow,
  insertSession,
  insertVisitor,
} from "#test/fixtures/insert-rows.ts";
import { makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const NOW = new Date("2026-03-20T12:00:00.000Z");
const HOUR = 3_600_000;
const hours = (count: number) => new Date(NOW.getTime() + count * HOUR);
const iso = (count: number) => hours(count).toISOString();

let ws = "";
const act = (accountId: string, userId = "ann", at = NOW) => ({
  workspaceId: ws,
  accountId: `${accountId}-${ws}`,
  userId,
  at,
});
const row = (id: string, userId = "ann", at = NOW) =>
  getWorklistRow(ws, `${id}-${ws}`, { userId, at });

async function ids(view: WorklistView, userId = "ann", at = NOW, more: object = {}) {
  const params = worklistParams.parse({ view, ...more });
  const { rows } = await listWorklist(ws, params, { userId, at });
  const { count } = await countAccounts(ws, view, params, { userId, at });
  expect(count).toBe(rows.length);
  return rows.map((one) => one.id.replace(`-${ws}`, ""));
}

/** In which views an account is: one, always. */
async function placeOf(id: string, userId = "ann", at = NOW) {
  const places = [];
  for (const view of WORKLIST_VIEWS) {
    if ((await ids(view, userId, at)).includes(id)) places.push(view);
  }
  expect(places).toEqual([(await row(id, userId, at))?.view]);
  return places[0];
}

async function visit(id: string, companyId: string | null, at: number, paths: string[] = []) {
  const visitorId = `${id}-${ws}`;
  const sid = `${id}-${at}-${ws}`;
  const seen = {
    companyId: companyId && `${companyId}-${ws}`,
    fullName: id.toUpperCase(),
    lastSeenAt: iso(at),
  };
  const known = await db().visitor.count({ where: { workspaceId: ws, id: visitorId } });
  if (known) {
    await db().visitor.updateMany({
      where: { workspaceId: ws, id: visitorId },
      data: { lastSeenAt: hours(at) },
    });
  } else await insertVisitor(ws, visitorId, { ...seen, firstSeenAt: iso(at) });
  await insertSession(ws, sid, visitorId, { createdAt: iso(at), lastSeenAt: iso(at) });
  for (const [position, path] of paths.entries()) {
    const url = `https://shop.example${path}`;
    const view = { workspaceId: ws, sid, position, visitorId, signal: "pageview", at: iso(at) };
    await insertRow("page_view", { ...view, url, path });
  }
  if (!companyId) return;
  await db().company.updateMany({
    where: { workspaceId: ws, id: `${companyId}-${ws}` },
    data: { lastSeenAt: hours(at), visitors: { increment: known ? 0 : 1 } },
  });
}

const company = (id: string, values: object = {}) =>
  insertCompany(ws, `${id}-${ws}`, { name: id, searchText: id, ...values });

beforeEach(async () => {
  ws = await makeWorkspace();
  await db().user.deleteMany();
  for (const id of ["ann", "bob"]) {
    await insertRow("user", { id, email: `${id}@acme.example`, name: id.toUpperCase() });
    await insertRow("membership", { workspaceId: ws, userId: id, role: "rep" });
  }
  await company("acme", { scoreRank: 30, countryCode: "DE", industry: "Software" });
  await company("beta", { scoreRank: 20, countryCode: "AT", employeeCount: 500 });
  await company("career"); // known from somebody's past: nobody came from there
  await visit("ada", "acme", -30, ["/", "/pricing"]);
  await visit("abe", "acme", -26, ["/pricing"]);
  await visit("bea", "beta", -3);
  await visit("solo", null, -2);
  await db().visitor.updateMany({ where: { id: `solo-${ws}` }, data: { scoreRank: 25 } });
});

describe("what is listed", () => {
  test("one item per company and per visitor without one, by score", async () => {
    expect(await ids("new")).toEqual(["acme", "solo", "beta"]);
    expect(await ids("mine")).toEqual([]);
  });

  test("pages by key show each item once", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const params = worklistParams.parse({ limit: 1, cursor });
      const page = await listWorklist(ws, params, { userId: "ann", at: NOW });
      seen.push(...page.rows.map((one) => one.id.replace(`-${ws}`, "")));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(["acme", "solo", "beta"]);
  });

  test.each([
    [{ q: "ACM" }, ["acme"]],
    [{ country: "de" }, ["acme"]],
    [{ industry: "software" }, ["acme"]],
    [{ minEmployees: "400" }, ["beta"]],
    [{ q: "solo" }, ["solo"]],
    [{ owner: "ann" }, []],
  ])("filter %j", async (filter, expected) => {
    expect(await ids("new", "ann", NOW, filter)).toEqual(expected);
  });

  test("another workspace's accounts never appear", async () => {
    const other = await makeWorkspace();
    const page = await listWorklist(other, worklistParams.parse({}), { userId: "ann", at: NOW });
    expect(page.rows).toEqual([]);
  });
});

describe("the words", () => {
  test("count people, sessions and pages exactly, and name them", async () => {
    const found = await row("acme");
    expect(found).toMatchObject({ name: "acme", view: "new", owner: null });
    expect(found?.activity).toMatchObject({
      people: 2,
      newPeople: 2,
      names: [{ name: "ABE" }, { name: "ADA" }],
      sessions: 2,
      pageviews: 3,
      pages: [
        { path: "/pricing", views: 2 },
        { path: "/", views: 1 },
      ],
      firstAt: iso(-30),
      unhandledAt: iso(-30),
    });
    const evidence = await listEvidence(ws, `acme-${ws}`, { userId: "ann", at: NOW });
    expect(evidence?.people.map((one) => [one.name, one.sessions, one.pageviews])).toEqual([
      ["ABE", 1, 1],
      ["ADA", 1, 2],
    ]);
    expect(evidence?.pages).toMatchObject([
      { path: "/pricing", views: 2, people: 2 },
      { path: "/", views: 1, people: 1 },
    ]);
    expect(evidence?.sessions.map((one) => one.name)).toEqual(["ABE", "ADA"]);
  });

  test("begin behind the last outcome, and reach back thirty days at most", async () => {
    await recordOutcome(act("acme"), { status: "lost", money: null, reopensOnActivity: true });
    await visit("ada", "acme", 2, ["/pricing"]);
    const back = await row("acme", "ann", hours(3));
    expect(back?.activity).toMatchObject({ people: 1, newPeople: 0, sessions: 1, pageviews: 1 });
    expect(back?.activity?.unhandledAt).toBe(iso(2));
    await visit("ada", "acme", 2 + 29 * 24);
    await visit("ada", "acme", 2 + 31 * 24);
    const later = await row("acme", "ann", hours(32 * 24));
    expect(later?.activity).toMatchObject({ sessions: 2, pageviews: 0 });
  });
});

describe("claiming", () => {
  test("of two who claim at once one wins, and the other is told by whom", async () => {
    const results = await Promise.allSettled([
      claimAccount(act("acme")),
      claimAccount(act("acme", "bob")),
    ]);
    const lost = results.filter((one) => one.status === "rejected");
    expect(lost).toHaveLength(1);
    const found = await row("acme");
    const holder = found?.owner?.name;
    expect(lost[0]?.reason).toMatchObject({
      code: "conflict",
      message: `${holder} has claimed this account.`,
    });
    const other = holder === "ANN" ? "bob" : "ann";
    for (const late of [
      () => snoozeAccount(act("acme", other), { until: hours(1), wakesOnActivity: true }),
      () => releaseAccount(act("acme", other)),
      () =>
        recordOutcome(act("acme", other), { status: "won", money: null, reopensOnActivity: false }),
    ]) {
      await expect(late()).rejects.toMatchObject({ code: "conflict" });
    }
    expect(await listHistory(ws, { kind: "company", id: `acme-${ws}` })).toEqual([]);
  });

  test("takes it up: the clock stops until its people come again; released, it is as before", async () => {
    await claimAccount(act("acme"));
    expect(await placeOf("acme")).toBe("mine");
    expect(await placeOf("acme", "bob")).toBe("team");
    expect((await row("acme"))?.activity).toMatchObject({ people: 2, unhandledAt: null });
    await visit("ada", "acme", 1);
    expect((await row("acme"))?.activity?.unhandledAt).toBe(iso(1));
    await releaseAccount(act("acme"));
    expect(await placeOf("acme", "bob")).toBe("new");
    expect((await row("acme"))?.activity?.unhandledAt).toBe(iso(-30));
  });

  test("whoever cannot sign in any more holds nothing", async () => {
    await claimAccount(act("acme", "bob"));
    await db().user.update({ where: { id: "bob" }, data: { disabledAt: NOW } });
    await claimAccount(act("acme"));
    expect((await row("acme"))?.owner?.name).toBe("ANN");
  });

  test("who may act for all releases what another holds", async () => {
    await claimAccount(act("acme", "bob"));
    await releaseAccount(act("acme"), true);
    expect(await placeOf("acme")).toBe("new");
  });

  test("what is no account, or another workspace's, is not found", async () => {
    await expect(claimAccount(act("career"))).rejects.toMatchObject({ code: "not_found" });
    const other = { ...act("acme"), workspaceId: await makeWorkspace() };
    await expect(claimAccount(other)).rejects.toMatchObject({ code: "not_found" });
    await expect(claimAccount(act("ada"))).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("snoozing", () => {
  test("waits until its time and is back by itself", async () => {
    await snoozeAccount(act("acme"), { until: hours(5), wakesOnActivity: false });
    expect(await placeOf("acme")).toBe("waiting");
    await visit("ada", "acme", 1);
    expect(await placeOf("acme", "ann", hours(4.9))).toBe("waiting");
    expect(await placeOf("acme", "ann", hours(5))).toBe("mine");
  });

  test("or, if wanted, until its people come again", async () => {
    await snoozeAccount(act("acme"), { until: hours(50), wakesOnActivity: true });
    expect(await placeOf("acme")).toBe("waiting");
    await visit("ada", "acme", 1);
    expect(await placeOf("acme", "ann", hours(2))).toBe("mine");
  });

  test("what wakes first stands first", async () => {
    await snoozeAccount(act("acme"), { until: hours(9), wakesOnActivity: true });
    await snoozeAccount(act("solo", "bob"), { until: hours(3), wakesOnActivity: true });
    await snoozeAccount(act("beta"), { until: hours(6), wakesOnActivity: true });
    expect(await ids("waiting")).toEqual(["solo", "beta", "acme"]);
    expect(await ids("waiting", "ann", NOW, { owner: "bob" })).toEqual(["solo"]);
  });

  test.each([0, -1, 24 * 400])("a time %d hours ahead is refused", async (ahead) => {
    const snooze = { until: hours(ahead), wakesOnActivity: true };
    await expect(snoozeAccount(act("acme"), snooze)).rejects.toMatchObject({
      code: "invalid_request",
    });
  });
});

describe("outcomes", () => {
  const money = { amountMinor: 1_250_050, currency: "EUR" };

  test("are kept as history with their money, and the people's status follows", async () => {
    await recordOutcome(act("acme"), { status: "opportunity", money, reopensOnActivity: true });
    await recordOutcome(act("acme", "ann", hours(1)), {
      status: "won",
      money: null,
      reopensOnActivity: false,
    });
    expect(await ids("done")).toEqual(["acme"]);
    expect(await ids("done", "ann", NOW, { outcome: "lost" })).toEqual([]);
    expect((await row("acme"))?.outcome).toMatchObject({ status: "won", amountMinor: null });
    const kept = await db().outcome.findMany({
      where: { workspaceId: ws },
      orderBy: { at: "asc" },
    });
    expect(kept).toMatchObject([
      { status: "opportunity", amountMinor: 1_250_050n, currency: "EUR", companyId: `acme-${ws}` },
      { status: "won", amountMinor: null, currency: null, visitorId: null, userId: "ann" },
    ]);
    const leads = await db().lead.findMany({ where: { workspaceId: ws } });
    expect(leads.map((lead) => lead.status)).toEqual(["won", "won"]);
    const history = await listHistory(ws, { kind: "company", id: `acme-${ws}` });
    expect(history.map((one) => [one.status, one.amountMinor, one.by])).toEqual([
      ["won", null, "ANN"],
      ["opportunity", 1_250_050, "ANN"],
    ]);
  });

  test("who is called no fit stays so", async () => {
    const lead = { workspaceId: ws, visitorId: `ada-${ws}`, status: "not_a_fit" };
    await insertRow("lead", { ...lead, updatedAt: NOW });
    await recordOutcome(act("acme"), { status: "meeting", money: null, reopensOnActivity: true });
    const leads = await db().lead.findMany({
      where: { workspaceId: ws },
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
    await expect(recordOutcome(act("acme"), outcome)).rejects.toMatchObject({
      code: "invalid_request",
    });
    expect(await placeOf("acme")).toBe("new");
  });

  test("a done account comes back with its people only where that is wanted", async () => {
    await recordOutcome(act("acme"), { status: "lost", money: null, reopensOnActivity: true });
    await recordOutcome(act("beta"), {
      status: "not_a_fit",
      money: null,
      reopensOnActivity: false,
    });
    expect(await placeOf("acme")).toBe("done");
    await visit("ada", "acme", 1);
    await visit("bea", "beta", 1);
    expect(await placeOf("acme", "ann", hours(2))).toBe("mine");
    expect(await placeOf("beta", "ann", hours(2))).toBe("done");
    expect((await row("acme", "ann", hours(2)))?.outcome?.status).toBe("lost");
  });
});

test("the tables refuse what makes no sense", async () => {
  const item = { workspaceId: ws, accountId: "x", kind: "company", state: "done" };
  await expect(insertRow("work_item", item)).rejects.toThrow(/done_check/);
  const outcome = { workspaceId: ws, id: "o", status: "won", userId: "ann" };
  await expect(insertRow("outcome", outcome)).rejects.toThrow(/account_check/);
  const halved = { ...outcome, companyId: "c", amountMinor: 5 };
  await expect(insertRow("outcome", halved)).rejects.toThrow(/amount_check/);
  expect(await sql().query("SELECT 1 FROM outcome WHERE id = 'o'")).toEqual([]);
});
