import { beforeAll, beforeEach, expect, test } from "vitest";
import { createUser } from "#lib/auth/users.ts";
import { setClock } from "#lib/clock.ts";
import { db, sql } from "#lib/db/client.ts";
import { claimJob } from "#lib/jobs/claim-job.ts";
import { getJob } from "#lib/jobs/get-job.ts";
import { runJob } from "#lib/jobs/run-job.ts";
import { startJob } from "#lib/jobs/start-job.ts";
import { BULK_LEADS, bulkLeads } from "#lib/leads/bulk-leads.ts";
import { moveTeamRecords } from "#lib/leads/move-records.ts";
import { updateLeads } from "#lib/leads/update-leads.ts";
import { listTimeline } from "#lib/visitors/list-timeline.ts";
import { countVisitors } from "#lib/visitors/list-visitors.ts";
import { visitorFilters } from "#lib/visitors/search-params.ts";
import { disableMember } from "#lib/workspaces/change-members.ts";
import { createWorkspace } from "#lib/workspaces/create-workspace.ts";
import { withTestDatabase } from "#test/database.ts";
import { insertRow, insertVisitor } from "#test/fixtures/insert-rows.ts";

withTestDatabase();

const PASSWORD = "a long enough password";
const never = new AbortController().signal;
let ws = "";
let ada = "";
let rob = "";

beforeAll(async () => {
  const admin = { email: "ada@acme.example", name: "Ada", password: PASSWORD };
  const made = await createWorkspace({ name: "Acme", admin });
  ws = made.workspaceId;
  ada = made.userId;
  const user = { email: "rob@acme.example", name: "Rob", password: PASSWORD, role: "rep" as const };
  rob = await createUser({ ...user, workspaceSlug: "acme" });
  await insertRow("tag", { workspaceId: ws, id: "hot", name: "hot", color: "red" });
  await insertRow("tag", { workspaceId: ws, id: "cold", name: "cold", color: "blue" });
});

beforeEach(async () => {
  for (const table of ["visitor", "lead", "lead_change", "visitor_tag", "job"]) {
    await sql().query(`DELETE FROM ${table}`);
  }
  for (const id of ["a", "b", "c"]) await insertVisitor(ws, id);
});

async function history(visitorId: string) {
  const { rows } = await listTimeline(ws, visitorId, { limit: 50 });
  return rows.filter(({ kind }) => kind === "status" || kind === "owner");
}

async function leadOf(visitorId: string) {
  const [lead] = await sql().query(
    `SELECT l."ownerId", l."status", ARRAY(SELECT "tagId" FROM visitor_tag t
       WHERE t."workspaceId" = $1 AND t."visitorId" = $2 ORDER BY 1) AS tags
     FROM lead l WHERE l."workspaceId" = $1 AND l."visitorId" = $2`,
    [ws, visitorId],
  );
  return lead;
}

async function runBulk(filters: object, change: object) {
  const id = await startJob(ws, ada, BULK_LEADS, JSON.parse(JSON.stringify({ filters, change })));
  const job = await claimJob();
  if (!job) throw new Error("nothing to claim");
  await runJob(job, [bulkLeads], never);
  return getJob(ws, id);
}

test("owner, status and tags of several visitors are set at once, and their timelines say so", async () => {
  const back = setClock(() => Date.UTC(2026, 10, 20, 9));
  const change = { ownerId: rob, status: "working" as const, addTagIds: ["hot"] };
  expect(await updateLeads(ws, ada, ["a", "b", "nobody"], change)).toBe(2);
  back();
  const at = "2026-11-20T09:00:00.000Z";
  const by = { id: ada, name: "Ada" };
  expect(await history("a")).toEqual([
    { kind: "owner", at, owner: { id: rob, name: "Rob" }, by },
    { kind: "status", at, status: "working", from: "new", by },
  ]);
  expect(await leadOf("b")).toEqual({ ownerId: rob, status: "working", tags: ["hot"] });
  expect(await history("c")).toEqual([]);
  expect(await sql().query(`SELECT 1 FROM lead WHERE "visitorId" = 'nobody'`)).toEqual([]);
});

test("what is as asked already is no change and no history", async () => {
  await updateLeads(ws, ada, ["a"], { status: "working", addTagIds: ["hot"] });
  const again = { status: "working" as const, addTagIds: ["hot"], removeTagIds: ["cold"] };
  expect(await updateLeads(ws, rob, ["a", "b"], again)).toBe(1);
  expect(await history("a")).toHaveLength(1);
  expect(await updateLeads(ws, null, ["a"], { ownerId: null, removeTagIds: ["hot"] })).toBe(1);
  expect(await leadOf("a")).toEqual({ ownerId: null, status: "working", tags: [] });
});

test("history leads from one value to the next when many change one visitor at the same time", async () => {
  const statuses = ["working", "meeting", "opportunity", "won"] as const;
  await Promise.all(statuses.map((status) => updateLeads(ws, ada, ["a"], { status })));
  const rows = await sql().query(`SELECT "from", "to" FROM lead_change WHERE "visitorId" = 'a'`);
  const next = new Map(rows.map((row) => [row.from, row.to]));
  const path = ["new"];
  while (next.has(path.at(-1))) path.push(String(next.get(path.at(-1))));
  expect(path).toHaveLength(5);
  expect((await leadOf("a"))?.status).toBe(path.at(-1));
});

test("nobody but an enabled member can be an owner, and a tag has to exist", async () => {
  const gone = await createUser({
    email: "gone@acme.example",
    name: "Gone",
    password: PASSWORD,
    role: "rep",
    workspaceSlug: "acme",
  });
  await disableMember({ workspaceId: ws, actorId: ada, userId: gone });
  for (const ownerId of [gone, "u_unknown"]) {
    const change = updateLeads(ws, ada, ["a"], { ownerId });
    await expect(change).rejects.toMatchObject({ code: "conflict" });
  }
  const tagged = updateLeads(ws, ada, ["a"], { status: "won", addTagIds: ["hot", "none"] });
  await expect(tagged).rejects.toMatchObject({ code: "conflict" });
  expect(await history("a")).toEqual([]);
  await expect(
    updateLeads(ws, ada, Array.from({ length: 1001 }, String), { status: "won" }),
  ).rejects.toMatchObject({ code: "invalid_request" });
});

test("another workspace's visitors are out of reach", async () => {
  await insertVisitor("other", "theirs");
  expect(await updateLeads(ws, ada, ["theirs"], { status: "won" })).toBe(0);
  expect(await sql().query(`SELECT 1 FROM lead`)).toEqual([]);
});

test("a job changes all that match, though the change moves them out of the filter", async () => {
  const many = `INSERT INTO visitor SELECT (jsonb_populate_record(v, jsonb_build_object('id', 'm' || lpad(n::text, 5, '0')))).*
    FROM visitor v, generate_series(1, 1200) n WHERE v.id = 'a'`;
  await sql().query(many);
  await updateLeads(ws, ada, ["a", "b"], { status: "won" });
  const job = await runBulk({ status: "new" }, { status: "working", ownerId: rob });
  expect(job).toMatchObject({
    state: "done",
    done: 1201,
    result: { matched: 1201, changed: 1201 },
  });
  const counts = await Promise.all(
    ["new", "working", "won"].map((status) => countVisitors(ws, visitorFilters.parse({ status }))),
  );
  expect(counts.map(({ count }) => count)).toEqual([0, 1201, 2]);
  expect(await history("m01200")).toHaveLength(2);
});

test("a job that was broken off goes on behind its last batch", async () => {
  const id = await startJob(ws, ada, BULK_LEADS, { filters: {}, change: { status: "lost" } });
  const kept = { after: "b", done: 2, changed: 2 };
  await db().job.updateMany({ data: { checkpoint: kept } });
  const job = await claimJob();
  if (job) await runJob(job, [bulkLeads], never);
  expect(await getJob(ws, id)).toMatchObject({ result: { matched: 3, changed: 3 }, total: 3 });
  expect([await history("a"), await history("c")].map((items) => items.length)).toEqual([0, 1]);
});

test("a job with an owner who left says so and changes nothing", async () => {
  const job = await runBulk({}, { ownerId: "u_unknown", status: "won" });
  expect(job).toMatchObject({ state: "failed", error: expect.stringContaining("not a member") });
  expect(await history("a")).toEqual([]);
});

test("history and tasks follow a visitor that gets another id", async () => {
  await updateLeads(ws, ada, ["a"], { status: "working", ownerId: rob });
  await insertRow("task", {
    workspaceId: ws,
    id: "t1",
    visitorId: "a",
    title: "Call",
    assigneeId: ada,
    createdById: ada,
  });
  await sql().transaction((tx) => moveTeamRecords(tx, ws, [{ from: "a", to: "b" }]));
  expect((await history("b")).map(({ kind }) => kind)).toEqual(["owner", "status"]);
  expect(await leadOf("b")).toEqual({ ownerId: rob, status: "working", tags: [] });
  expect(await sql().query(`SELECT "visitorId" FROM task`)).toEqual([{ visitorId: "b" }]);
  expect(await history("a")).toEqual([]);
});
