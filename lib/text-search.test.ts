import { expect, test } from "vitest";
import { Prisma } from "#lib/db/generated/client.ts";
import { containsWords, escapeLike, searchWords, type WordFrequencies } from "#lib/text-search.ts";

test("LIKE's own signs are escaped", () => {
  expect(escapeLike("50%_a\\b")).toBe("50\\%\\_a\\\\b");
});

test("words are lower-cased, at most eight", () => {
  expect(searchWords("  Ada\tALDER ")).toEqual(["ada", "alder"]);
  expect(searchWords("a b c d e f g h i j")).toHaveLength(8);
});

test("signs alone are left out of a search, and find nothing by themselves", () => {
  expect(searchWords("R&D & sales -- 5%")).toEqual(["r&d", "sales", "5%"]);
  expect(searchWords("Łódź 東京 @")).toEqual(["łódź", "東京"]);
  expect(asked("@ --")).toEqual(["false"]);
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

function asked(q: string, known?: WordFrequencies) {
  return containsWords(Prisma.sql`text`, q, known).flatMap(({ text, values }) => [
    text.replace("(' ' || text)", "' text'"),
    ...values,
  ]);
}

test("of a word the index is asked for the start, the row for all of it", () => {
  expect(asked("alderson")).toEqual(["' text' LIKE $1", "%alderson%"]);
  expect(asked("aldersons")).toEqual([
    ...["' text' LIKE $1", "%alderson%"],
    ...["strpos(text, $1) <> 0", "aldersons"],
  ]);
  expect(asked("revenue operations 5%_")).toEqual([
    ...["' text' LIKE $1", "%reve%", "strpos(text, $1) <> 0", "revenue"],
    ...["' text' LIKE $1", "%oper%", "strpos(text, $1) <> 0", "operations"],
    ...["' text' LIKE $1", "%5\\%\\_%"],
  ]);
});

test("of a long word the index is asked for a piece of its middle too", () => {
  expect(asked("ada.alder@thornfield.example")).toEqual([
    ...["' text' LIKE $1", "%ada.alde%"],
    ...["' text' LIKE $1", "%nfie%"],
    ...["strpos(text, $1) <> 0", "ada.alder@thornfield.example"],
  ]);
});

test("of a long word the index is asked for its rarest letters, where it is known which", () => {
  const rows = { mar: 9, arl: 5, rlo: 3, low: 4, "172": 0, w17: 0 };
  const known = { common: [], countOf: (letters: string) => ({ ...rows })[letters] ?? 50 };
  expect(asked("marlow172@a.example", known)).toEqual([
    ...["' text' LIKE $1", "%w172%"],
    ...["strpos(text, $1) <> 0", "marlow172@a.example"],
  ]);
  // Where some have the rarest letters too, others narrow them; signs are in no trigram.
  expect(asked("marlow@thornfield.example", known)).toEqual([
    ...["' text' LIKE $1", "%rlow%"],
    ...["' text' LIKE $1", "%marl%"],
    ...["strpos(text, $1) <> 0", "marlow@thornfield.example"],
  ]);
  // Of several words each has one piece: they narrow each other.
  expect(asked("marlow sales", known)).toEqual([
    ...["' text' LIKE $1", "%rlow%", "strpos(text, $1) <> 0", "marlow"],
    ...["' text' LIKE $1", "%sale%", "strpos(text, $1) <> 0", "sales"],
  ]);
  expect(asked("юлия.александровна", known)).toEqual(asked("юлия.александровна"));
});

test("common words are looked at in the rows that the others find", () => {
  expect(asked("head of sales", { common: ["of", "sales"], countOf: () => 0 })).toEqual([
    ...["' text' LIKE $1", "%head%"],
    ...["strpos(' text', $1) <> 0", " of"],
    ...["strpos(text, $1) <> 0", "sales"],
  ]);
});
