import { beforeAll, beforeEach, expect, test } from "vitest";
import { setClock } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { forgetSample } from "#lib/visitors/search-sample.ts";
import { weighWords } from "#lib/visitors/weigh-words.ts";
import { withTestDatabase } from "#test/database.ts";
import { insertVisitor } from "#test/fixtures/insert-rows.ts";

withTestDatabase();

const TITLES = ["head of sales", "head of it", "sales manager", "ada@itaca.example"];

beforeAll(async () => {
  for (const [at, searchText] of TITLES.entries())
    await insertVisitor("w1", `v${at}`, { searchText });
});
beforeEach(forgetSample);

test("words are as frequent as they are together", async () => {
  expect(await weighWords("sales")).toMatchObject({ common: [], share: 0.5 });
  expect(await weighWords("Head SALES sales")).toMatchObject({ common: ["sales"], share: 0.25 });
  expect(await weighWords("manager head")).toMatchObject({ common: ["head"], share: 0 });
  // Rarer than one in four, it is looked up as well.
  expect(await weighWords("manager ada")).toMatchObject({ common: [], share: 0 });
  expect(await weighWords("nobody")).toMatchObject({ common: [], share: 0 });
});

test("trigrams are counted, rare letters of an address found", async () => {
  const weighed = await weighWords("ada@itaca.example");
  expect(["ale", "ita", "zzz"].map((letters) => weighed?.countOf(letters))).toEqual([2, 1, 0]);
});

test("two letters begin a word, three are anywhere in it", async () => {
  expect(await weighWords("it")).toMatchObject({ common: [], share: 0.25 });
  expect(await weighWords("ca")).toMatchObject({ common: [], share: 0 });
  expect(await weighWords("aca")).toMatchObject({ common: [], share: 0.25 });
});

test("without a word nothing is weighed", async () => {
  expect(await weighWords(undefined)).toBeNull();
  expect(await weighWords("& @")).toBeNull();
});

test("a sample stands for ten minutes, one that failed not at all", async () => {
  await sql().query("ALTER TABLE visitor RENAME TO gone");
  await expect(weighWords("sales")).rejects.toThrow("visitor");
  await sql().query("ALTER TABLE gone RENAME TO visitor");
  expect((await weighWords("sales"))?.share).toBe(0.5);
  await sql().query("DELETE FROM visitor WHERE id = 'v0'");
  expect((await weighWords("sales"))?.share).toBe(0.5);
  const restore = setClock(() => Date.now() + 601_000);
  expect((await weighWords("sales"))?.share).toBeCloseTo(1 / 3);
  restore();
});
