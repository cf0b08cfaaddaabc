import { beforeAll, describe, expect, test } from "vitest";
import { parseSearchState } from "#lib/search-state.ts";
import { countVisitors, listVisitors } from "#lib/visitors/list-visitors.ts";
import { VISITOR_SORTS, visitorListParams } from "#lib/visitors/search-params.ts";
import { withTestDatabase } from "#test/database.ts";
import {
  insertCompany,
  insertRow,
  insertSession,
  insertVisitor,
} from "#test/fixtures/insert-rows.ts";
import { rankAtScore } from "#test/fixtures/score.ts";

withTestDatabase();

const list = (input: Record<string, unknown>, workspaceId = "one") =>
  listVisitors(workspaceId, visitorListParams.parse(input));

async function ids(input: Record<string, unknown>, workspaceId = "one"): Promise<string[]> {
  const { rows } = await list({ limit: 200, ...input }, workspaceId);
  return rows.map((row) => row.id).sort();
}

const pad = (n: number) => String(n).padStart(2, "0");

beforeAll(async () => {
  // Many ties in every sort, so that only the id tells rows apart.
  for (let i = 0; i < 25; i++) {
    await insertVisitor("ties", `t${pad(i)}`, {
      lastSeenAt: `2026-02-0${1 + (i % 3)}T00:00:00.000Z`,
      scoreRank: rankAtScore(1 + (i % 4)),
      pageviews: i % 2,
      sortName: ["ana", "Ána", "bo"][i % 3],
    });
    await insertVisitor("other", `t${pad(i)}`, { scoreRank: rankAtScore(99) });
  }
  await insertRow("user", { id: "u1", email: "rep@example.com", name: "Rita Rep" });
  await insertRow("tag", { workspaceId: "one", id: "tag1", name: "hot", color: "red" });
  await insertVisitor("one", "ada", {
    fullName: "Ada Alder",
    searchText: "ada alder acme 100% pure a_b c\\d",
    stage: "enriched",
    validity: "valid",
    companyId: "c1",
    companyName: "Acme",
    companyDomain: "acme.example",
    countryCode: "PT",
    scoreRank: rankAtScore(50),
    lastSeenAt: "2026-03-05T23:30:00.000Z",
    lastTouchSid: "s2",
  });
  await insertCompany("one", "c1", { domain: "acme.example", sortName: "acme" });
  await insertVisitor("one", "cy", {
    companyName: "100% Ácme",
    searchText: "cy 100% ácme",
    stage: "qualified",
    validity: "invalid",
  });
  await insertVisitor("one", "ben", {
    searchText: "ben birch 100 pure axb",
    scoreRank: rankAtScore(10),
  });
  await insertSession("one", "s1", "ada", { source: "news", medium: "email", campaign: "spring" });
  await insertSession("one", "s2", "ada", { source: "ads", medium: "cpc", campaign: "autumn" });
  await insertRow("lead", {
    workspaceId: "one",
    visitorId: "ada",
    ownerId: "u1",
    status: "working",
    updatedAt: new Date(),
  });
  await insertRow("visitor_tag", { workspaceId: "one", visitorId: "ada", tagId: "tag1" });
  await insertVisitor("two", "eve", {
    searchText: "ada alder",
    companyId: "c1",
    companyDomain: "acme.example",
  });
  await insertSession("two", "s1", "eve", { source: "news", medium: "email", campaign: "spring" });
});

describe("paging by key", () => {
  for (const sort of VISITOR_SORTS) {
    for (const limit of [1, 4, 25]) {
      test(`${sort} in pages of ${limit} shows every visitor exactly once, in order`, async () => {
        const whole = await list({ sort, limit: 200 }, "ties");
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await list({ sort, limit, cursor }, "ties");
          expect(page.rows.length).toBeLessThanOrEqual(limit);
          seen.push(...page.rows.map((row) => row.id));
          cursor = page.nextCursor ?? undefined;
        } while (cursor);
        expect(seen).toEqual(whole.rows.map((row) => row.id));
        expect(new Set(seen).size).toBe(25);
      });
    }
  }

  test("a cursor of another sort or of no list is refused", async () => {
    const { nextCursor } = await list({ limit: 1 }, "ties");
    await expect(list({ sort: "name", cursor: nextCursor })).rejects.toMatchObject({
      code: "invalid_request",
    });
    await expect(list({ cursor: "bm9wZQ" })).rejects.toMatchObject({ code: "invalid_request" });
  });
});

describe("filters", () => {
  const cases: [string, Record<string, unknown>, string[]][] = [
    ["every word must match", { q: "Alder ACME" }, ["ada"]],
    ["a word that is nowhere", { q: "alder birch" }, []],
    ["% is a sign, not a wildcard", { q: "100%" }, ["ada", "cy"]],
    ["_ is a sign, not a wildcard", { q: "a_b" }, ["ada"]],
    ["a backslash is a sign", { q: "c\\d" }, ["ada"]],
    ["stage", { stage: "enriched" }, ["ada"]],
    ["validity", { validity: "valid" }, ["ada"]],
    ["validity unknown", { validity: "unknown" }, ["ben"]],
    ["company by id", { company: "c1" }, ["ada"]],
    ["company by domain", { company: "Acme.example" }, ["ada"]],
    ["company by name", { company: "ACME" }, ["ada"]],
    ["company of which the name alone is known", { company: "100% Ácme" }, ["cy"]],
    ["part of a company's name", { company: "Ácme" }, []],
    ["country in any case", { country: "pt" }, ["ada"]],
    ["source", { source: "news" }, ["ada"]],
    ["source and campaign of one session", { source: "news", campaign: "spring" }, ["ada"]],
    ["source and campaign of two sessions", { source: "news", campaign: "autumn" }, []],
    ["medium", { medium: "cpc" }, ["ada"]],
    ["owner", { owner: "u1" }, ["ada"]],
    ["no owner", { owner: "none" }, ["ben", "cy"]],
    ["status", { status: "working" }, ["ada"]],
    ["status new is also that nobody has set one", { status: "new" }, ["ben", "cy"]],
    ["tag by name", { tag: "hot" }, ["ada"]],
    ["tag by id", { tag: "tag1" }, ["ada"]],
    ["score", { minScore: "50" }, ["ada"]],
    ["seen from an instant", { seenFrom: "2026-03-05T23:30:00Z" }, ["ada"]],
    ["seen from later", { seenFrom: "2026-03-05T23:30:00.001Z" }, []],
    [
      "seen to a date takes the day along",
      { seenFrom: "2026-03-05", seenTo: "2026-03-05" },
      ["ada"],
    ],
    ["seen to an instant", { seenTo: "2026-03-05T23:29:59+00:00" }, ["ben", "cy"]],
  ];
  test.each(cases)("%s", async (_, input, expected) => {
    expect(await ids(input)).toEqual(expected);
  });

  test("counts what the list shows", async () => {
    expect(await countVisitors("one", {})).toEqual({ count: 3, isCapped: false });
    expect(await countVisitors("one", { q: "ada" })).toEqual({ count: 1, isCapped: false });
  });
});

test("a row carries its company, last touch, owner and tags", async () => {
  const { rows } = await list({ q: "ada" });
  expect(rows[0]).toMatchObject({
    company: { id: "c1", name: "Acme", domain: "acme.example" },
    source: "ads",
    medium: "cpc",
    campaign: "autumn",
    owner: { id: "u1", name: "Rita Rep" },
    status: "working",
    tags: [{ id: "tag1", name: "hot", color: "red" }],
    lastSeenAt: "2026-03-05T23:30:00.000Z",
    engagedMs: 1000,
  });
});

test("another workspace's visitors never appear", async () => {
  expect(await ids({}, "two")).toEqual(["eve"]);
  expect(await ids({ q: "alder" })).toEqual(["ada"]);
  expect(await ids({ source: "news" }, "two")).toEqual(["eve"]);
  expect(await ids({ tag: "hot" }, "two")).toEqual([]);
});

test("a page's wrong or unknown parameters fall back and are named", () => {
  const { value, notices } = parseSearchState(
    visitorListParams,
    { stage: "sleeping", sort: "-score", colour: "x", view: "v1", q: "" },
    ["view"],
  );
  expect(value).toEqual({ sort: "-score", limit: 50 });
  expect(notices).toEqual([
    { parameter: "stage", reason: "invalid" },
    { parameter: "colour", reason: "unknown" },
  ]);
});
