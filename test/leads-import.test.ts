import { beforeAll, beforeEach, expect, test } from "vitest";
import { createUser } from "#lib/auth/users.ts";
import { db, sql } from "#lib/db/client.ts";
import { linkedinVisitorKey } from "#lib/identity/evidence.ts";
import { claimJob } from "#lib/jobs/claim-job.ts";
import { getJob } from "#lib/jobs/get-job.ts";
import { getJobFile, saveJobFile } from "#lib/jobs/job-file.ts";
import { runJob } from "#lib/jobs/run-job.ts";
import { startJob } from "#lib/jobs/start-job.ts";
import { IMPORT_LEADS, importLeads } from "#lib/leads/import/import-leads.ts";
import { createTag } from "#lib/leads/tags/tags.ts";
import { visitorIdOf } from "#lib/visitors/project-visitors.ts";
import { createWorkspace } from "#lib/workspaces/create-workspace.ts";
import { withTestDatabase } from "#test/database.ts";
import { insertRow, insertVisitor } from "#test/fixtures/insert-rows.ts";

withTestDatabase();

const password = "a long enough password";
const never = new AbortController().signal;
let ws = "";
let ada = "";
let rob = "";
let linked = "";

beforeAll(async () => {
  const admin = { email: "ada@acme.example", name: "Ada", password };
  const made = await createWorkspace({ name: "Acme", admin });
  ws = made.workspaceId;
  ada = made.userId;
  const user = { email: "rob@acme.example", name: "Rob", password, role: "rep" as const };
  rob = await createUser({ ...user, workspaceSlug: "acme" });
  linked = visitorIdOf(ws, linkedinVisitorKey("https://linkedin.com/in/mira-novak"));
  await insertVisitor(ws, linked);
  for (const [id, email] of [
    ["v_a", "a@boats.example"],
    ["v_b", "b@boats.example"],
  ] as const) {
    await insertVisitor(ws, id);
    await insertRow("visitor_email", {
      workspaceId: ws,
      visitorId: id,
      email,
      aliasId: `old_${id}`,
      firstAt: "2026-01-01T00:00:00.000Z",
      lastAt: "2026-01-01T00:00:00.000Z",
    });
  }
  await createTag(ws, { name: "Hot", color: "pink" });
});

beforeEach(async () => {
  for (const table of ["lead", "lead_change", "visitor_tag", "job", "job_file"]) {
    await sql().query(`DELETE FROM ${table}`);
  }
});

async function importText(content: string | Uint8Array, checkpoint?: object) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const file = { name: "leads.csv", mediaType: "text/csv", content: bytes, userId: ada };
  const id = await startJob(ws, ada, IMPORT_LEADS, { fileId: await saveJobFile(ws, file) });
  if (checkpoint) await db().job.updateMany({ data: { checkpoint } });
  const job = await claimJob();
  if (job) await runJob(job, [importLeads], never);
  return getJob(ws, id);
}

async function leads() {
  const rows = await sql().query(
    `SELECT l."visitorId", l."ownerId", l.status, ARRAY(SELECT t.name FROM visitor_tag v
       JOIN tag t ON t."workspaceId" = v."workspaceId" AND t.id = v."tagId"
       WHERE v."visitorId" = x.id ORDER BY t.name) AS tags, x.id
     FROM visitor x LEFT JOIN lead l ON l."workspaceId" = x."workspaceId" AND l."visitorId" = x.id`,
  );
  return new Map(rows.map(({ id, ownerId, status, tags }) => [id, { ownerId, status, tags }]));
}

async function errorsOf(job: Awaited<ReturnType<typeof getJob>>) {
  const result = Object(job?.result);
  const file = await getJobFile(ws, String(result.errorFileId));
  return new TextDecoder().decode(file?.content).trimEnd().split("\r\n");
}

test("owner, status and tags are set by e-mail, LinkedIn URL or id, old ids included", async () => {
  const job = await importText(`Email,LinkedIn URL,Visitor ID,Owner,Status,Tags
A@Boats.example,,,ROB@acme.example,Not a fit,
,www.linkedin.com/in/Mira-Novak/?x=1,,,Working,hot;New one
,,old_v_b,ada@acme.example,,
`);
  expect(job).toMatchObject({ state: "done", done: 3, total: 3 });
  expect(job?.result).toEqual({ rows: 3, changed: 3, failed: 0, errorFileId: null });
  const now = await leads();
  expect(now.get("v_a")).toEqual({ ownerId: rob, status: "not_a_fit", tags: [] });
  expect(now.get(linked)).toEqual({ ownerId: null, status: "working", tags: ["Hot", "New one"] });
  expect(now.get("v_b")).toEqual({ ownerId: ada, status: "new", tags: [] });
  const history = await db().leadChange.findMany({ where: { visitorId: "v_a" } });
  expect(history.map(({ byId }) => byId)).toEqual([ada, ada]);
});

test("rows that can't be taken come back with their line and reason; the others are taken", async () => {
  const job = await importText(`email;owner;status
a@boats.example;rob@acme.example;won
nobody@boats.example;;won
b@boats.example;stranger@x.example;won
b@boats.example;;sold
=HYPERLINK("x");;won
;;won
b@boats.example;;
`);
  expect(job).toMatchObject({ state: "done", result: { rows: 7, changed: 1, failed: 6 } });
  const lines = await errorsOf(job);
  expect(lines).toHaveLength(7);
  expect(lines[0]?.replace("\ufeff", "")).toBe("Line,Problem,email,owner,status");
  expect(lines[1]).toBe("3,No visitor is known by this.,nobody@boats.example,,won");
  expect(lines[2]).toContain("Nobody in the workspace has the e-mail stranger@x.example");
  expect(lines[3]).toContain("“sold” is no status");
  expect(lines[4]).toContain("'=HYPERLINK");
  expect(lines[5]).toContain("doesn’t say who");
  expect(lines[6]).toContain("sets nothing");
  expect((await leads()).get("v_b")?.status).toBeNull();
});

test("of two rows about one visitor the later one stands", async () => {
  await importText("visitor id,status\nv_a,won\nv_b,won\nv_a,lost\n");
  const now = await leads();
  expect([now.get("v_a")?.status, now.get("v_b")?.status]).toEqual(["lost", "won"]);
});

test("an import that broke off goes on, and still reports every row", async () => {
  const rows = Array.from({ length: 250 }, (_, i) => (i < 210 ? `x${i},won` : "v_a,meeting"));
  rows[5] = "v_b,won";
  const job = await importText(`id,status\n${rows.join("\n")}\n`, { done: 200, changed: 1 });
  expect(job).toMatchObject({ state: "done", result: { rows: 250, failed: 209 } });
  const now = await leads();
  expect([now.get("v_a")?.status, now.get("v_b")?.status]).toEqual(["meeting", null]);
  expect(await errorsOf(job)).toHaveLength(210);
});

test.each([
  ["", "empty"],
  ["name,status\nx,won\n", "who it is"],
  ["email,colour\na@boats.example,red\n", "what to set"],
  ['email,status\n"a@boats.example,won\n', "can’t be read as CSV"],
])("a file that is none is refused in words: %j", async (text, words) => {
  const job = await importText(text);
  expect(job).toMatchObject({ state: "failed", error: expect.stringContaining(words) });
});

test("a file from an old spreadsheet is read too", async () => {
  const text = Buffer.from("email;tag\na@boats.example;Café\n", "latin1");
  expect(await importText(text)).toMatchObject({ state: "done", result: { changed: 1 } });
  expect((await leads()).get("v_a")?.tags).toEqual(["Café"]);
});
