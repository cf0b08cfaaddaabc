import { beforeEach, describe, expect, test } from "vitest";
import { listEvidence } from "#lib/worklist/list-evidence.ts";
import { listWorklist } from "#lib/worklist/list-worklist.ts";
import { recordOutcome } from "#lib/worklist/record-outcome.ts";
import { worklistParams } from "#lib/worklist/search-params.ts";
import { withTestDatabase } from "#test/database.ts";
import { hours, iso, makeWorklist, NOW, type World } from "#test/worklist-fixture.ts";
import { makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

let w: World;
beforeEach(async () => {
  w = await makeWorklist();
});

describe("what is listed", () => {
  test("one item per company and per visitor without one, by score", async () => {
    expect(await w.ids("new")).toEqual(["acme", "solo", "beta"]);
    expect(await w.ids("mine")).toEqual([]);
  });

  test("pages by key show each item once", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const params = worklistParams.parse({ limit: 1, cursor });
      const page = await listWorklist(w.ws, params, { userId: "ann", at: NOW });
      seen.push(...page.rows.map((one) => one.id.replace(`-${w.ws}`, "")));
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
    expect(await w.ids("new", "ann", NOW, filter)).toEqual(expected);
  });

  test("another workspace's accounts never appear", async () => {
    const other = await makeWorkspace();
    const page = await listWorklist(other, worklistParams.parse({}), { userId: "ann", at: NOW });
    expect(page.rows).toEqual([]);
  });
});

describe("the words", () => {
  test("count people, sessions and pages exactly, and name them", async () => {
    const found = await w.row("acme");
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
    const evidence = await listEvidence(w.ws, `acme-${w.ws}`, { userId: "ann", at: NOW });
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
    await recordOutcome(w.act("acme"), { status: "lost", money: null, reopensOnActivity: true });
    await w.visit("ada", "acme", 2, ["/pricing"]);
    const back = await w.row("acme", "ann", hours(3));
    expect(back?.activity).toMatchObject({ people: 1, newPeople: 0, sessions: 1, pageviews: 1 });
    expect(back?.activity?.unhandledAt).toBe(iso(2));
    await w.visit("ada", "acme", 2 + 29 * 24);
    await w.visit("ada", "acme", 2 + 31 * 24);
    const later = await w.row("acme", "ann", hours(32 * 24));
    expect(later?.activity).toMatchObject({ sessions: 2, pageviews: 0 });
  });
});
