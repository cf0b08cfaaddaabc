import { beforeAll, expect, test } from "vitest";
import {
  createAnnotation,
  listAnnotations,
  removeAnnotation,
  updateAnnotation,
} from "#lib/attribution/annotations/annotations.ts";
import { readFigures } from "#lib/attribution/figures/read-figures.ts";
import { queryOf } from "#lib/attribution/figures/report-params.ts";
import { REPORT_NAMES } from "#lib/attribution/figures/reports.ts";
import { getAttribution } from "#lib/attribution/report.ts";
import { readShare } from "#lib/attribution/shares/read-share.ts";
import { LOOKUPS_PER_MINUTE } from "#lib/attribution/shares/share-limit.ts";
import { createShare, listShares, revokeShare } from "#lib/attribution/shares/shares.ts";
import { setClock } from "#lib/clock.ts";
import { db, sql } from "#lib/db/client.ts";
import { makeMember } from "#test/alerts-member.ts";
import { drawReportsWorld, insertReportsWorld } from "#test/attribution/reports-world.ts";
import { withTestDatabase } from "#test/database.ts";
import { makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const DATES = { from: "2026-09-10", to: "2026-11-10", timezone: "Asia/Kolkata" };
let workspace = { id: "", timezone: "UTC" };
let userId = "";
let asked = 0;
/** Another address at each lookup: the limit is a test of its own. */
const look = (token: string) => readShare(token, `192.0.2.${asked++}`);
const tokenOf = (link: string) => link.split("/").at(-1) ?? "";
const share = (report: "credit" | "funnel", params: Record<string, string>) =>
  createShare(workspace, userId, { name: "For the agency", days: 7, report, params });

beforeAll(async () => {
  workspace = { id: await makeWorkspace(), timezone: "UTC" };
  userId = await makeMember(workspace.id, "marketer");
  await insertReportsWorld(workspace.id, drawReportsWorld(7));
}, 60_000);

test("a link shows the report's own figures, and only its hash is stored", async () => {
  const link = await share("credit", { ...DATES, model: "linear", view: "credit", rows: "all" });
  const token = tokenOf(link);
  expect(token).toMatch(/^[\w-]{43}$/);
  const [row] = await db().reportShare.findMany({ where: { workspaceId: workspace.id } });
  expect(JSON.stringify(row)).not.toContain(token);
  expect(row?.params).toEqual({ ...DATES, model: "linear" });
  const shared = await look(token);
  const report = await getAttribution(workspace.id, queryOf({ ...DATES, model: "linear" }, "UTC"));
  const { total } = report;
  expect(total.conversions).toBeGreaterThan(5);
  const numbers = [total.sessions, total.visitors, total.conversions, total.credit, 1];
  expect(shared?.figures.tables[0]?.total?.slice(0, 5)).toEqual(numbers);
  expect(shared?.asked).toContainEqual({ name: "Model", text: "Linear" });
  await revokeShare(workspace.id, userId, row?.id ?? "");
});

test("the dates are frozen: tomorrow the link shows the same", async () => {
  const token = tokenOf(await share("funnel", {}));
  const before = await look(token);
  const restore = setClock(() => Date.now() + 3 * 86_400_000);
  try {
    expect((await look(token))?.query).toEqual(before?.query);
  } finally {
    restore();
  }
});

test("unknown, malformed, expired and revoked links answer the same, and revoking is at once", async () => {
  const token = tokenOf(await share("funnel", DATES));
  expect(await look(token)).not.toBeNull();
  expect(await look("x".repeat(43))).toBeNull();
  expect(await look("../admin")).toBeNull();
  const restore = setClock(() => Date.now() + 7 * 86_400_000 + 1);
  try {
    expect(await look(token)).toBeNull();
  } finally {
    restore();
  }
  const [made] = await listShares(workspace.id);
  await revokeShare(await makeWorkspace(), userId, made?.id ?? "");
  expect(await look(token)).not.toBeNull();
  await revokeShare(workspace.id, userId, made?.id ?? "");
  expect(await look(token)).toBeNull();
  const audit = await db().auditEntry.findMany({
    where: { workspaceId: workspace.id, target: made?.id ?? "" },
    orderBy: { at: "asc" },
  });
  expect(audit.map(({ action }) => action)).toEqual([
    "report_share.created",
    "report_share.revoked",
  ]);
});

test("an address that looks up more links than a reader does gets nothing for a while", async () => {
  const token = tokenOf(await share("funnel", DATES));
  for (let n = 0; n < LOOKUPS_PER_MINUTE; n++) await readShare("no token", "198.51.100.9");
  expect(await readShare(token, "198.51.100.9")).toBeNull();
  expect(await readShare(token, "198.51.100.10")).not.toBeNull();
});

test.each<Record<string, string>>([
  { dimension: "click_id" },
  { dimension: "referrer" },
  { dimension: "channel", secondDimension: "click_id" },
])("what may say who somebody is cannot be shared: %o", async (params) => {
  await expect(share("credit", { ...DATES, ...params })).rejects.toThrow(
    "Choose another dimension",
  );
});

test("no report names a person or a company", async () => {
  const people = await sql().query(
    `SELECT "fullName" AS name FROM visitor WHERE "workspaceId" = $1 AND "fullName" IS NOT NULL
     UNION SELECT "primaryEmail" FROM visitor WHERE "workspaceId" = $1 AND "primaryEmail" IS NOT NULL
     UNION SELECT id FROM visitor WHERE "workspaceId" = $1
     UNION SELECT name FROM company WHERE "workspaceId" = $1 AND name IS NOT NULL`,
    [workspace.id],
  );
  expect(people.length).toBeGreaterThan(10);
  await sql().query(
    `UPDATE session SET source = 'ada@northwind.example', campaign = 'for-ada@northwind.example'
     WHERE "workspaceId" = $1 AND sid = (SELECT min(sid) FROM session WHERE "workspaceId" = $1
       AND "createdAt" BETWEEN '2026-10-01' AND '2026-10-20')`,
    [workspace.id],
  );
  const dimensions = ["channel", "source", "campaign", "landing_page"];
  for (const report of REPORT_NAMES) {
    for (const dimension of report === "credit" || report === "models" ? dimensions : ["channel"]) {
      const params = { ...DATES, dimension, of: "pages" };
      const read = await readFigures(workspace.id, report, queryOf(params, "UTC"), params);
      const text = JSON.stringify(read);
      expect(text).not.toContain("northwind.example");
      for (const { name } of people) expect(text).not.toContain(`"${String(name)}"`);
    }
  }
});

test("notes are the workspace's own: added, found by dates, changed and removed", async () => {
  const { id } = workspace;
  const words = { from: "2026-10-01", to: "2026-10-03", text: "New website" };
  const made = await createAnnotation(id, userId, words);
  const listed = (from: string, to: string) => listAnnotations(id, { from, to });
  expect(await listed("2026-10-03", "2026-10-03")).toMatchObject([
    { ...words, author: "Ada Example" },
  ]);
  expect(await listed("2026-10-04", "2026-11-01")).toEqual([]);
  expect(await listed("2026-09-01", "2026-09-30")).toEqual([]);
  expect(await listAnnotations(await makeWorkspace(), DATES)).toEqual([]);
  expect(await updateAnnotation(id, userId, made, { ...words, text: "Launch" })).toBe(true);
  expect(await updateAnnotation(await makeWorkspace(), userId, made, words)).toBe(false);
  expect(await listed("2026-10-01", "2026-10-01")).toMatchObject([{ text: "Launch" }]);
  await removeAnnotation(id, userId, made);
  expect(await listed("2026-10-01", "2026-10-01")).toEqual([]);
});
