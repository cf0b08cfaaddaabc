import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { copyVisitors } from "#bench/generate/copy-visitors.ts";
import { noteCompanies, projectTemplates } from "#bench/generate/project-templates.ts";
import { rewrite } from "#bench/generate/rewrite.ts";
import { inventTemplates, type Template } from "#bench/generate/templates.ts";
import { openDatabase, sql } from "#lib/db/client.ts";
import { newId } from "#lib/ids.ts";
import { PROJECTED_TABLES } from "#lib/rebuild/projected-tables.ts";
import { withTestDatabase } from "#test/database.ts";
import { dumpTables } from "#test/tables.ts";

// The benchmark's visitors are copies made by SQL. Here the same visitors come by projection as well,
// and both have to leave the same rows behind.
withTestDatabase();

const copyRow = z.object({
  template: z.string(),
  number: z.string(),
  first: z.string(),
  last: z.string(),
  firm: z.string(),
});
const workspaceId = newId("ws");
let copied: Record<string, string[]>;
let projected: Record<string, string[]>;

beforeAll(async () => {
  const engine = await openDatabase();
  const templateWorkspaceId = newId("ws");
  const templates = inventTemplates(3, 8);
  await projectTemplates(engine, templateWorkspaceId, templates);
  await noteCompanies(engine, templateWorkspaceId, templates);
  const options = { templateWorkspaceId, workspaceId, count: 24, maxShiftDays: 0, worldSize: 12 };
  await copyVisitors(sql(), [sql()], options);
  copied = await dumpTables(workspaceId);
  for (const { name } of PROJECTED_TABLES) {
    await sql().query(`DELETE FROM "${name}" WHERE "workspaceId" = $1`, [workspaceId]);
  }
  await projectTemplates(engine, workspaceId, await rewritten(templates));
  projected = await dumpTables(workspaceId);
}, 120_000);

/** The events that the copies would have come from. */
async function rewritten(templates: readonly Template[]): Promise<Template[]> {
  const copies = (await sql().query("SELECT * FROM bench.copy")).map((row) => copyRow.parse(row));
  const owners = await sql().query(
    `SELECT DISTINCT "eventId", "visitorId" FROM bench.template_event`,
  );
  const ownerOf = new Map(owners.map(({ eventId, visitorId }) => [eventId, visitorId]));
  return copies.flatMap((copy) =>
    templates
      .filter(([first]) => ownerOf.get(first?.eventId) === copy.template)
      .map((template) => JSON.parse(rewrite(JSON.stringify(template), copy)) as Template),
  );
}

const TABLES = PROJECTED_TABLES.map(({ name }) => name).filter(
  (name) => name !== "company" && name !== "company_history",
);

test.each(TABLES)("the copied rows of %s are those of the projection", (table) => {
  expect(projected[table]?.length).toBeGreaterThan(0);
  expect(copied[table]).toEqual(projected[table]);
});

// Which of its visitors' events described a company last is not copied: its facts come from the template.
test("the copied companies are those of the projection, but for the event that speaks for each", () => {
  const outline = (rows: string[] | undefined) =>
    rows?.map((row) => {
      const { facts: _, scoreRank: __, ...rest } = JSON.parse(row) as Record<string, unknown>;
      return rest;
    });
  const byId = (a: Record<string, unknown>, b: Record<string, unknown>) =>
    String(a.id) < String(b.id) ? -1 : 1;
  expect(outline(copied.company)?.sort(byId)).toEqual(outline(projected.company)?.sort(byId));
  expect(copied.company?.length).toBeGreaterThan(8);
});
