import { describe, expect, test } from "vitest";
import { sql } from "#lib/db/client.ts";
import { newId } from "#lib/ids.ts";
import { withTestDatabase } from "#test/database.ts";

withTestDatabase();

const INSERT = `INSERT INTO workspace ("id", "slug", "name") VALUES ($1, $1, $2)`;

const names = async (id: string) =>
  (await sql().query(`SELECT "name" FROM workspace WHERE "id" = $1`, [id])).map((row) => row.name);

describe.each(["transaction", "preparedTransaction"] as const)("%s", (kind) => {
  test("what is run without waiting is there at the next query and after the commit", async () => {
    const id = newId("ws");
    const seen = await sql()[kind](async (tx) => {
      await tx.run(INSERT, [id, "one"]);
      await tx.run(`UPDATE workspace SET "name" = $2 WHERE "id" = $1`, [id, "two"]);
      return tx.query(`SELECT "name" FROM workspace WHERE "id" = $1`, [id]);
    });
    expect(seen).toEqual([{ name: "two" }]);
    expect(await names(id)).toEqual(["two"]);
  });

  test("a failure of the last statement is thrown by the commit, and nothing stays", async () => {
    const id = newId("ws");
    const work = sql()[kind](async (tx) => {
      await tx.run(INSERT, [id, "one"]);
      await tx.run(INSERT, [id, "again"]);
    });
    await expect(work).rejects.toMatchObject({ code: "23505" });
    expect(await names(id)).toEqual([]);
  });

  test("a failure before a query is told by it, not as the aborted transaction", async () => {
    const id = newId("ws");
    const work = sql()[kind](async (tx) => {
      await tx.run(INSERT, [id, null]);
      return tx.query("SELECT 1 AS one");
    });
    await expect(work).rejects.toMatchObject({ code: "23502" });
    expect(await names(id)).toEqual([]);
  });

  test("an error of the caller's own takes everything back, and the connection goes on", async () => {
    const id = newId("ws");
    const work = sql()[kind](async (tx) => {
      await tx.run(INSERT, [id, "one"]);
      throw new Error("changed my mind");
    });
    await expect(work).rejects.toThrow("changed my mind");
    expect(await names(id)).toEqual([]);
    expect(await sql()[kind]((tx) => tx.query("SELECT 1 AS one"))).toEqual([{ one: 1 }]);
  });

  test("of things asked at once, what one asks after another has failed is refused, not written outside", async () => {
    const id = newId("ws");
    let later: Promise<unknown> = Promise.resolve();
    const work = sql()[kind](async (tx) => {
      const slow = async () => {
        await tx.query("SELECT pg_sleep(0.05)");
        await new Promise((resolve) => setTimeout(resolve, 100));
        await tx.run(INSERT, [id, "one"]);
        return tx.query("SELECT 1 AS one");
      };
      later = slow();
      await Promise.all([later, Promise.reject(new Error("changed my mind"))]);
    });
    await expect(work).rejects.toThrow("changed my mind");
    await expect(later).rejects.toThrow("the transaction is over");
    expect(await names(id)).toEqual([]);
  });

  test("values of every kind come back as from a plain query, the first time and again", async () => {
    const text = `SELECT $1::text AS text, $2::int AS int, $3::bigint AS big, $4::bool AS flag,
      $5::timestamptz AS at, $6::text[] AS list, $7::bytea AS bytes, $8::jsonb AS json, $9::text AS none,
      $10::float8 AS float`;
    const at = new Date("2026-03-29T01:30:00.123Z");
    const list = ["a", 'b"\\,{}', "", "NULL"];
    const json = JSON.stringify({ a: [1, null, "\u2028"] });
    const bytes = new Uint8Array([0, 1, 127, 128, 255]);
    const values = ["ü'\"\\", 7, "9007199254740993", true, at, list, bytes, json, null, 0.1];
    const plain = await sql().query(text, values);
    for (let time = 0; time < 7; time++) {
      expect(await sql()[kind]((tx) => tx.query(text, values))).toEqual(plain);
    }
    expect(plain[0]).toMatchObject({
      text: "ü'\"\\",
      at,
      list,
      none: null,
      big: "9007199254740993",
    });
  });

  test("a statement without rows or values gives none", async () => {
    const rows = await sql()[kind]((tx) => tx.query("SELECT 1 AS one WHERE false"));
    expect(rows).toEqual([]);
  });
});

test("timers and sockets have their turn between many statements", async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  const busy = "SELECT count(*) FROM generate_series(1, 5000)";
  for (let each = 0; each < 100; each++) await sql().query(busy);
  const inQueries = turns;
  await sql().transaction(async (tx) => {
    for (let each = 0; each < 100; each++) await tx.query(busy);
  });
  clearInterval(timer);
  expect(inQueries).toBeGreaterThan(2);
  expect(turns - inQueries).toBeGreaterThan(2);
});
