import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { sql } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { ExportSource } from "#lib/export/csv-source.ts";
import { openExport } from "#lib/export/open-export.ts";
import { visitorExport } from "#lib/export/visitor-csv.ts";
import { visitorListParams } from "#lib/visitors/search-params.ts";
import { engineKind, withTestDatabase } from "#test/database.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const ALL = ["name", "company", "score", "email", "source", "pageviews", "owner", "tags"];
const ROWS = engineKind === "server" ? 20_000 : 4_100;
const { limit: _, cursor: __, ...plain } = visitorListParams.parse({});

/** Copies of one projected visitor, enough for many batches. */
async function makeMany(workspaceId: string, count: number) {
  await deliver(workspaceId, [makeEvents({ seed: 1 }).resolved]);
  await drainAll();
  const own: Record<string, string> = {
    id: `'v_' || g`,
    key: `'k_' || g`,
    facts: `'{}'::jsonb`,
    searchText: `''`,
    fullName: `'Person ' || g`,
    sortName: `'person ' || g`,
    pageviews: "g % 7",
    validity: `CASE g % 3 WHEN 0 THEN 'invalid' ELSE 'valid' END`,
    primaryEmail: `'p' || g || '@acme.example'`,
  };
  const columns = await sql().query(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_name = 'visitor' AND table_schema = 'public' AND is_generated = 'NEVER'`,
  );
  const names = columns.map(({ name }) => String(name));
  await sql().query(
    `INSERT INTO visitor (${names.map((name) => `"${name}"`).join(", ")})
     SELECT ${names.map((name) => own[name] ?? `v."${name}"`).join(", ")}
     FROM visitor v, generate_series(1, $2::int) g WHERE v."workspaceId" = $1`,
    [workspaceId, count - 1],
  );
}

async function read(source: ExportSource | Promise<ExportSource>) {
  const { total, stream } = await openExport(await source);
  const text = await new Response(stream).text();
  const records: Record<string, string>[] = parse(text, { columns: true });
  return { total, records };
}

const exported = (workspaceId: string, over: object = {}) =>
  visitorExport(workspaceId, {
    params: plain,
    ids: null,
    columns: ALL,
    withInvalid: false,
    ...over,
  });

test("every visitor is in it once, in the list's order, though the list moves meanwhile", async () => {
  const workspaceId = await makeWorkspace();
  await makeMany(workspaceId, ROWS);
  const source = await exported(workspaceId, { params: { ...plain, sort: "-pageviews" } });
  const { total, stream } = await openExport(source);
  // The last of three batches is not read yet: what was at the end comes to the front, and one is gone, while the reader reads.
  const reader = stream.getReader();
  const parts = [(await reader.read()).value, (await reader.read()).value];
  await sql().query(
    `UPDATE visitor SET pageviews = 99 WHERE "workspaceId" = $1 AND pageviews = 0`,
    [workspaceId],
  );
  await sql().query(`DELETE FROM visitor WHERE "workspaceId" = $1 AND id = 'v_1001'`, [
    workspaceId,
  ]);
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
  }
  const text = Buffer.concat(parts.filter((part) => part !== undefined)).toString("utf8");
  const records: Record<string, string>[] = parse(text, { columns: true });
  expect(total).toBe(ROWS);
  const ids = records.map((record) => record["Visitor ID"]);
  expect(ids).toHaveLength(ROWS - 1);
  expect(new Set(ids).size).toBe(ROWS - 1);
  expect(text.endsWith("\r\n")).toBe(true);
}, 180_000);

test("filters, sort, chosen ids and columns are the view's", async () => {
  const workspaceId = await makeWorkspace();
  await makeMany(workspaceId, 30);
  const some = await read(
    exported(workspaceId, {
      params: { ...plain, sort: "name", validity: "valid" },
      columns: ["email", "nonsense", "name"],
    }),
  );
  expect(Object.keys(some.records[0] ?? {})).toEqual([
    "Visitor ID",
    "E-mail",
    "E-mail validity",
    "Name",
    "Title",
    "LinkedIn",
  ]);
  const names = some.records.map((record) => record.Name);
  expect(names).toEqual([...names].sort());
  expect(new Set(some.records.map((record) => record["E-mail validity"]))).toEqual(
    new Set(["valid"]),
  );
  const chosen = await read(exported(workspaceId, { ids: ["v_3", "v_5", "v_none"] }));
  expect(chosen.records.map((record) => record["Visitor ID"]).sort()).toEqual(["v_3", "v_5"]);
  const foreign = await read(exported(await makeWorkspace(), { ids: ["v_3"] }));
  expect(foreign).toEqual({ total: 0, records: [] });
});

test("an invalid address is left out unless asked for; its validity is said either way", async () => {
  const workspaceId = await makeWorkspace();
  await makeMany(workspaceId, 10);
  const emailsOf = (records: Record<string, string>[]) =>
    records
      .filter((record) => record["E-mail validity"] === "invalid")
      .map((record) => record["E-mail"]);
  const safe = await read(exported(workspaceId));
  expect(emailsOf(safe.records)).toEqual(["", "", ""]);
  const asked = await read(exported(workspaceId, { withInvalid: true }));
  expect(emailsOf(asked.records).sort()).toEqual([
    "p3@acme.example",
    "p6@acme.example",
    "p9@acme.example",
  ]);
});

test("a file that is not complete breaks off instead of ending", async () => {
  const workspaceId = await makeWorkspace();
  await makeMany(workspaceId, 10);
  const source = await exported(workspaceId);
  const short = {
    ...source,
    ids: Prisma.sql`SELECT v.id, 11 AS total FROM visitor v WHERE v."workspaceId" = ${workspaceId}`,
  };
  await expect(read(short)).rejects.toThrow("10 of 11");
  const failing = {
    ...source,
    recordsOf: () => Promise.reject(new Error("the database went away")),
  };
  await expect(read(failing)).rejects.toThrow("went away");
});

test("no more than four at once, and one that is left gives its place back", async () => {
  const workspaceId = await makeWorkspace();
  await makeMany(workspaceId, 3);
  const open = await Promise.all(
    Array.from({ length: 4 }, async () => openExport(await exported(workspaceId))),
  );
  await expect(openExport(await exported(workspaceId))).rejects.toThrow("still running");
  await Promise.all(open.map(({ stream }) => stream.cancel()));
  expect((await read(exported(workspaceId))).total).toBe(3);
});
