import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";
import { belongsTo, type SideWays, sidesOf } from "#lib/visitors/visitor-sides.ts";
import { withTestDatabase } from "#test/database.ts";
import { insertRow, insertSession, insertVisitor } from "#test/fixtures/insert-rows.ts";

// A filter that a table beside the visitors answers is asked in one of four ways, by how many rows fit: which of them
// must never show.
withTestDatabase();

const { sql } = Prisma;
const FILTERS = { owner: "u1", status: "working", source: "news", medium: "email" };

beforeAll(async () => {
  await insertRow("user", { id: "u1", email: "rep@example.com", name: "Rita Rep" });
  for (let i = 0; i < 12; i++) {
    const id = `v${i}`;
    await insertVisitor("one", id, {});
    await insertVisitor("two", id, {});
    const lead = { workspaceId: "one", visitorId: id, updatedAt: new Date() };
    if (i % 2 === 0)
      await insertRow("lead", {
        ...{ ...lead, ownerId: i % 4 === 0 ? "u1" : null },
        status: i % 3 === 0 ? "working" : "new",
      });
    // Two sessions that fit: a visitor still counts once.
    for (const at of [1, 2].slice(0, i % 3))
      await insertSession("one", `s${i}-${at}`, id, { source: "news", medium: "email" });
    await insertSession("one", `s${i}-3`, id, { source: "news", medium: "cpc" });
  }
});

const CASES = [
  [{ owner: FILTERS.owner }, ["v0", "v4", "v8"]],
  [{ status: FILTERS.status }, ["v0", "v6"]],
  [{ source: "news", medium: "email" }, ["v1", "v10", "v11", "v2", "v4", "v5", "v7", "v8"]],
  [FILTERS, []],
  [{ owner: "u1", source: "news", medium: "email" }, ["v4", "v8"]],
] as const;

for (const form of ["few", "some", "many", "probed"] as const) {
  for (const [filters, expected] of CASES) {
    test(`${Object.keys(filters).join(", ")} as of ${form}`, async () => {
      const sides = sidesOf(filters);
      const ways: SideWays = Object.fromEntries(sides.map(({ name }) => [name, { form, rows: 1 }]));
      const where = sides.map((side) => belongsTo("one", side, ways));
      const rows = await selectRows(
        z.object({ id: z.string() }),
        sql`SELECT v.id FROM visitor v WHERE v."workspaceId" = 'one' AND ${Prisma.join(where, " AND ")}`,
      );
      expect(rows.map(({ id }) => id).sort()).toEqual(expected);
    });
  }
}
