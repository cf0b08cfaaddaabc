import { beforeAll, expect, test } from "vitest";
import { searchWorkspace } from "#lib/search/search-workspace.ts";
import { withTestDatabase } from "#test/database.ts";
import { insertCompany, insertVisitor } from "#test/fixtures/insert-rows.ts";
import { makeWorkspace } from "#test/workspace.ts";

withTestDatabase();
let ws: string;
let other: string;

beforeAll(async () => {
  ws = await makeWorkspace();
  other = await makeWorkspace();
  const ada = { fullName: "Ada Alder", jobTitle: "Head of Roses", companyName: "Thornfield" };
  const searchText = "ada alder thornfield head of roses ada@thornfield.example";
  await insertVisitor(ws, "v_ada", { ...ada, searchText });
  await insertVisitor(other, "v_other", { ...ada, searchText });
  await insertVisitor(ws, "v_mail", {
    primaryEmail: "adal@elsewhere.example",
    searchText: "adal@elsewhere.example",
    lastSeenAt: "2026-03-01T00:00:00.000Z",
  });
  await insertCompany(ws, "c_thorn", { name: "Thornfield", searchText: "thornfield gardening" });
  for (let index = 0; index < 9; index++) {
    await insertVisitor(ws, `v_many${index}`, { searchText: `petra number${index}` });
  }
});

const titles = async (q: string) => (await searchWorkspace(ws, q)).map(({ title }) => title);

test("finds people and companies of this workspace by any word, those seen last first", async () => {
  expect(await titles("thornfield")).toEqual(["Ada Alder", "Thornfield"]);
  expect(await titles("ROSES alder")).toEqual(["Ada Alder"]);
  expect(await titles("ada")).toEqual(["adal@elsewhere.example", "Ada Alder"]);
  expect(await titles("thornfield nobody")).toEqual([]);
});

test("tells namesakes apart", async () => {
  const [ada] = await searchWorkspace(ws, "alder");
  expect(ada).toEqual({
    kind: "visitor",
    id: "v_ada",
    title: "Ada Alder",
    detail: "Head of Roses · Thornfield",
  });
});

test("two letters find what begins with them", async () => {
  expect(await titles("al")).toEqual(["Ada Alder"]);
});

test("signs alone find nobody, and beside words say nothing", async () => {
  expect(await titles("%")).toEqual([]);
  expect(await titles("@")).toEqual([]);
  expect(await titles("alder & roses")).toEqual(["Ada Alder"]);
});

test("gives a handful of each kind", async () => {
  expect(await titles("petra")).toHaveLength(6);
});
