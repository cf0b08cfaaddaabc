import { expect, test, vi } from "vitest";
import { setClock } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { estimateEach, estimateRows } from "#lib/estimate-rows.ts";
import { withTestDatabase } from "#test/database.ts";

withTestDatabase();

const GROWING = Prisma.sql`SELECT 1 FROM growing`;

test("an estimate stands for a minute, a failed one not at all", async () => {
  await expect(estimateRows(GROWING)).rejects.toThrow("growing");
  await sql().query("CREATE TABLE growing AS SELECT generate_series(1, 100) AS id");
  await sql().query("ANALYZE growing");
  expect(await estimateRows(GROWING)).toBe(100);
  await sql().query("INSERT INTO growing SELECT generate_series(101, 900)");
  await sql().query("ANALYZE growing");
  const few = Prisma.sql`SELECT 1 FROM growing WHERE id <= ${9}`;
  expect(await estimateEach([GROWING, few, GROWING])).toEqual([100, 9, 100]);
  const restore = setClock(() => Date.now() + 61_000);
  expect(await estimateEach([GROWING, few, GROWING])).toEqual([900, 9, 900]);
  restore();
});

test("of equal queries one is planned", async () => {
  const query = () => Prisma.sql`SELECT 1 FROM visitor WHERE pageviews < ${7}`;
  const asked = vi.spyOn(sql(), "query");
  const [first, ...others] = await estimateEach([query(), query(), query()]);
  expect(others).toEqual([first, first]);
  expect(asked.mock.calls.map(([text]) => text.match(/SELECT 1/g)?.length)).toEqual([1]);
  asked.mockRestore();
});
