import { expect, test } from "vitest";
import { Prisma } from "#lib/db/generated/client.ts";
import { containsWords, escapeLike, searchWords } from "#lib/text-search.ts";

test("LIKE's own signs are escaped", () => {
  expect(escapeLike("50%_a\\b")).toBe("50\\%\\_a\\\\b");
});

test("words are lower-cased, at most eight", () => {
  expect(searchWords("  Ada\tALDER ")).toEqual(["ada", "alder"]);
  expect(searchWords("a b c d e f g h i j")).toHaveLength(8);
});

test("each word is its own condition with a bound value", () => {
  const [first, second] = containsWords(Prisma.sql`v.text`, "Ada 5%");
  expect(first?.text).toBe("(' ' || v.text) LIKE $1");
  expect(second?.values).toEqual(["% 5\\%%"]);
  expect(containsWords(Prisma.sql`v.text`, undefined)).toEqual([]);
});

test("one or two letters begin a word, since no trigram holds less", () => {
  expect(containsWords(Prisma.sql`v.text`, "ad")[0]?.values).toEqual(["% ad%"]);
  expect(containsWords(Prisma.sql`v.text`, "ada")[0]?.values).toEqual(["%ada%"]);
});

test("of a long word the index is asked for the start, the row for all of it", () => {
  const conditions = containsWords(Prisma.sql`v.text`, "ada.alder@thornfield.example");
  expect(conditions.map(({ text }) => text)).toEqual([
    "(' ' || v.text) LIKE $1",
    "(' ' || v.text || '') LIKE $1",
  ]);
  expect(conditions.flatMap(({ values }) => values)).toEqual([
    "%ada.alder@thornf%",
    "%ada.alder@thornfield.example%",
  ]);
});

test("common words are looked at in the rows that the others find", () => {
  const conditions = containsWords(Prisma.sql`v.text`, "head of sales", ["of", "sales"]);
  expect(conditions.map(({ text }) => text)).toEqual([
    "(' ' || v.text) LIKE $1",
    "(' ' || v.text || '') LIKE $1",
    "(' ' || v.text || '') LIKE $1",
  ]);
  expect(conditions.flatMap(({ values }) => values)).toEqual(["%head%", "% of%", "%sales%"]);
});
