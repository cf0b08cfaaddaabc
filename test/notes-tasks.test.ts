import { beforeAll, beforeEach, expect, test } from "vitest";
import { createUser } from "#lib/auth/users.ts";
import { setClock } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { dayOf } from "#lib/format.ts";
import { listNotes } from "#lib/leads/notes/list-notes.ts";
import { noteInput } from "#lib/leads/notes/note-text.ts";
import { createNote, deleteNote, editNote } from "#lib/leads/notes/write-note.ts";
import { createTag, deleteTag, editTag, listTags, listTagsWithUse } from "#lib/leads/tags/tags.ts";
import { listTasksAbout, listTasksOf } from "#lib/leads/tasks/list-tasks.ts";
import { createTask, deleteTask, editTask, setTaskDone } from "#lib/leads/tasks/write-task.ts";
import { tellOwner } from "#lib/leads/tell-owner.ts";
import { updateLeads } from "#lib/leads/update-leads.ts";
import { subscribeLive } from "#lib/live/hub.ts";
import { listTimeline } from "#lib/visitors/list-timeline.ts";
import { createWorkspace } from "#lib/workspaces/create-workspace.ts";
import { withTestDatabase } from "#test/database.ts";
import { insertCompany, insertVisitor } from "#test/fixtures/insert-rows.ts";

withTestDatabase();

const password = "a long enough password";
let ws = "";
let ada = "";
let rob = "";
const onMira = { visitorId: "mira" };

beforeAll(async () => {
  const admin = { email: "ada@acme.example", name: "Ada Park", password };
  const made = await createWorkspace({ name: "Acme", admin });
  ws = made.workspaceId;
  ada = made.userId;
  const user = { email: "rob@acme.example", name: "Rob Lee", password, role: "rep" as const };
  rob = await createUser({ ...user, workspaceSlug: "acme" });
  await insertVisitor(ws, "mira", { fullName: "Mira Novak" });
  await insertCompany(ws, "boats", { name: "Boats" });
});

beforeEach(async () => {
  for (const table of ["note", "task", "tag", "visitor_tag", "notification"]) {
    await sql().query(`DELETE FROM ${table}`);
  }
});

/** Whose bells are told of something while `act` runs, and after it. */
async function bellsDuring(act: () => Promise<unknown>): Promise<string[]> {
  const bells: string[] = [];
  const stop = subscribeLive({
    onMessage: (message) => message.kind === "notification" && bells.push(message.userId),
    onClose: () => {},
  });
  await act();
  stop();
  return bells;
}

test("the bell of whoever is mentioned, given a task or made an owner is told at once", async () => {
  const mention = noteInput.parse({ body: "Ask @Rob Lee", mentions: [rob] });
  const task = { title: "Call", dueOn: null, assigneeId: rob };
  let note = "";
  expect(
    await bellsDuring(async () => {
      note = await createNote(ws, ada, onMira, noteInput.parse({ body: "Alone", mentions: [] }));
      await createTask(ws, ada, onMira, { ...task, assigneeId: ada });
    }),
  ).toEqual([]);
  expect(await bellsDuring(() => createNote(ws, ada, onMira, mention))).toEqual([rob]);
  expect(await bellsDuring(() => editNote(ws, ada, note, mention))).toEqual([rob]);
  expect(await bellsDuring(() => createTask(ws, ada, onMira, task))).toEqual([rob]);
  const subject = { name: "Mira Novak", path: "/acme/visitors/mira" };
  const by = { id: ada, name: "Ada Park" };
  expect(await bellsDuring(() => tellOwner(ws, by, rob, subject))).toEqual([rob]);
  expect(await bellsDuring(() => tellOwner(ws, by, ada, subject))).toEqual([]);
});

const told = () =>
  sql().query(`SELECT "userId", "kind", "title", "href" FROM notification ORDER BY "id"`);

test("a note keeps its lines, is on the timeline, and tells whom it mentions", async () => {
  const input = noteInput.parse({
    body: " Called.\r\nAsk @Rob Lee\n",
    mentions: [rob, ada, "u_x"],
  });
  const id = await createNote(ws, ada, onMira, input);
  expect(await listNotes(ws, onMira)).toMatchObject([
    { id, body: "Called.\nAsk @Rob Lee", author: { name: "Ada Park" }, mentions: ["Rob Lee"] },
  ]);
  expect(await told()).toEqual([
    {
      userId: rob,
      kind: "mention",
      title: "Ada Park mentioned you on Mira Novak",
      href: "/acme/visitors/mira#notes",
    },
  ]);
  const { rows } = await listTimeline(ws, "mira", { kind: "note", limit: 5 });
  expect(rows).toMatchObject([{ noteId: id, editedAt: null, author: { name: "Ada Park" } }]);
});

test("one's own note can be changed and deleted, another's can't; nobody is told twice", async () => {
  const id = await createNote(
    ws,
    ada,
    { companyId: "boats" },
    { body: "@Rob Lee", mentions: [rob] },
  );
  const text = { body: "@Rob Lee and @Ada Park", mentions: [rob, ada] };
  await expect(editNote(ws, rob, id, text)).rejects.toMatchObject({ code: "not_found" });
  await expect(deleteNote(ws, rob, id)).rejects.toMatchObject({ code: "not_found" });
  await editNote(ws, ada, id, text);
  const [note] = await listNotes(ws, { companyId: "boats" });
  expect(note).toMatchObject({ body: text.body, mentions: ["Ada Park", "Rob Lee"] });
  expect(note?.editedAt).not.toBeNull();
  expect(await told()).toHaveLength(1);
  await deleteNote(ws, ada, id);
  expect(await listNotes(ws, { companyId: "boats" })).toEqual([]);
});

test("a note on nobody is refused, and so are an empty and an endless one", async () => {
  const lost = createNote(ws, ada, { visitorId: "gone" }, { body: "x", mentions: [] });
  await expect(lost).rejects.toMatchObject({ code: "not_found" });
  const foreign = createNote("other", ada, onMira, { body: "x", mentions: [] });
  await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  expect(noteInput.safeParse({ body: " \n " }).success).toBe(false);
  expect(noteInput.safeParse({ body: "x".repeat(10_001) }).success).toBe(false);
});

test("tasks come by their day, are paged, done and opened again", async () => {
  const days = ["2026-11-23", null, "2026-11-20", "2026-11-21", null];
  for (const [index, dueOn] of days.entries()) {
    await createTask(ws, ada, index === 2 ? onMira : null, {
      title: `t${index}`,
      dueOn,
      assigneeId: rob,
    });
  }
  const titles: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listTasksOf(ws, rob, { show: "open", limit: 2, cursor });
    titles.push(...page.rows.map(({ title }) => title));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(titles).toEqual(["t2", "t3", "t0", "t1", "t4"]);
  expect(await told()).toHaveLength(5);

  const [first] = await listTasksAbout(ws, onMira);
  expect(first).toMatchObject({
    dueOn: "2026-11-20",
    visitor: { name: "Mira Novak" },
    company: null,
  });
  const id = first?.id ?? "";
  for (const [minute, title] of ["t1", "t0"].entries()) {
    const back = setClock(() => Date.UTC(2026, 10, 21, 9, minute));
    const page = await listTasksOf(ws, rob, { show: "open", limit: 9 });
    await setTaskDone(ws, rob, page.rows.find((task) => task.title === title)?.id ?? "", true);
    back();
  }
  const done = await listTasksOf(ws, rob, { show: "done", limit: 1 });
  expect(done.rows).toMatchObject([{ title: "t0", doneAt: "2026-11-21T09:01:00.000Z" }]);
  const next = await listTasksOf(ws, rob, {
    show: "done",
    limit: 1,
    cursor: done.nextCursor ?? "",
  });
  expect(next).toMatchObject({ rows: [{ title: "t1" }], nextCursor: null });
  await setTaskDone(ws, rob, next.rows[0]?.id ?? "", false);
  expect((await listTasksOf(ws, rob, { show: "open", limit: 9 })).rows).toHaveLength(4);

  await editTask(ws, rob, id, { title: "Call", dueOn: null, assigneeId: ada });
  expect(await listTasksAbout(ws, onMira)).toMatchObject([
    { title: "Call", dueOn: null, assignee: { id: ada } },
  ]);
  await deleteTask(ws, id);
  await expect(setTaskDone(ws, ada, id, true)).rejects.toMatchObject({ code: "not_found" });
});

test("a task goes to members alone and stays in its workspace", async () => {
  const input = { title: "Call", dueOn: null, assigneeId: "u_x" };
  await expect(createTask(ws, ada, onMira, input)).rejects.toMatchObject({ code: "conflict" });
  const id = await createTask(ws, ada, null, { ...input, assigneeId: ada });
  await expect(deleteTask("other", id)).rejects.toMatchObject({ code: "not_found" });
  expect(await told()).toEqual([]);
});

test("today is the workspace's own", () => {
  const at = Date.UTC(2026, 10, 21, 23, 30);
  expect([dayOf(at, "Asia/Kolkata"), dayOf(at, "America/New_York")]).toEqual([
    "2026-11-22",
    "2026-11-21",
  ]);
});

test("tags are told apart by name, renamed in place, and leave visitors when deleted", async () => {
  const hot = await createTag(ws, { name: "Hot", color: "pink" });
  await expect(createTag(ws, { name: "hot", color: "blue" })).rejects.toMatchObject({
    code: "conflict",
  });
  const cold = await createTag(ws, { name: "Cold", color: "blue" });
  await expect(editTag(ws, cold, { name: "HOT", color: "blue" })).rejects.toMatchObject({
    code: "conflict",
  });
  await editTag(ws, hot, { name: "HOT", color: "amber" });
  await updateLeads(ws, ada, ["mira"], { addTagIds: [hot, cold] });
  expect(await listTagsWithUse(ws)).toEqual([
    { id: cold, name: "Cold", color: "blue", visitors: 1 },
    { id: hot, name: "HOT", color: "amber", visitors: 1 },
  ]);
  await deleteTag(ws, hot);
  expect((await listTags(ws)).map(({ name }) => name)).toEqual(["Cold"]);
  expect(await sql().query(`SELECT "tagId" FROM visitor_tag`)).toEqual([{ tagId: cold }]);
});
