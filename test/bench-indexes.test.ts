import { expect, test } from "vitest";
import { z } from "zod";
import { dropIndexes } from "#bench/generate/indexes.ts";
import { inLanes } from "#bench/generate/lanes.ts";
import { sql } from "#lib/db/client.ts";
import { withTestDatabase } from "#test/database.ts";

withTestDatabase();

const indexRow = z.object({
  definition: z.string(),
  samples: z.array(z.number().nullable()),
});

async function indexesOf(table: string) {
  const rows = await sql().query(
    `SELECT pg_get_indexdef(i.indexrelid) AS definition,
       ARRAY(SELECT a.attstattarget::int FROM pg_attribute a WHERE a.attrelid = i.indexrelid ORDER BY a.attnum) AS samples
     FROM pg_index i WHERE i.indrelid = $1::regclass ORDER BY 1`,
    [table],
  );
  return rows.map((row) => indexRow.parse(row));
}

test("indexes that were taken away for loading are made again as they were, in any order", async () => {
  const before = await indexesOf("visitor");
  expect(
    before.some(({ samples }) => samples.some((target) => target !== null && target > 0)),
  ).toBe(true);
  const statements = await dropIndexes(sql(), ["visitor"]);
  expect(await indexesOf("visitor")).toEqual([]);
  const lane = {
    query: async (text: string) => {
      await sql().script(text);
      return [];
    },
    run: (text: string) => sql().script(text),
  };
  // Lanes take them as they come: none may wait for another one.
  await inLanes([lane], statements.toReversed());
  expect(await indexesOf("visitor")).toEqual(before);
});
