import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import type { Sql } from "#lib/db/sql.ts";
import { FoyerError } from "#lib/errors.ts";
import { newTimeId } from "#lib/ids.ts";
import { type About, aboutColumns, requireSubject } from "#lib/leads/about.ts";
import { requireMemberOf } from "#lib/leads/require-member-of.ts";
import type { TaskInput } from "#lib/leads/tasks/task-input.ts";
import { announce } from "#lib/notifications/announce.ts";
import { notify } from "#lib/notifications/notify.ts";

/** Makes a task, about a visitor, a company or nothing, and tells its assignee. Returns its id. */
export async function createTask(
  workspaceId: string,
  userId: string,
  of: About | null,
  { title, dueOn, assigneeId }: TaskInput,
): Promise<string> {
  await requireMemberOf(workspaceId, assigneeId);
  const at = now();
  const id = newTimeId("task", at);
  const { visitorId, companyId } = of ? aboutColumns(of) : { visitorId: null, companyId: null };
  const told = await sql().transaction(async (tx) => {
    if (of) await requireSubject(workspaceId, of, tx);
    await tx.query(
      `INSERT INTO task ("workspaceId", "id", "visitorId", "companyId", "title", "dueOn", "assigneeId", "createdById", "createdAt")
       VALUES ($1, $2, $3, $4, $5, $6::date, $7, $8, $9)`,
      [workspaceId, id, visitorId, companyId, title, dueOn, assigneeId, userId, new Date(at)],
    );
    return assigneeId === userId ? [] : tell(tx, workspaceId, userId, assigneeId, title);
  });
  await announce(workspaceId, told);
  return id;
}

/** Changes what a task says, when it is due or who does it; a new assignee is told. */
export async function editTask(
  workspaceId: string,
  userId: string,
  id: string,
  { title, dueOn, assigneeId }: TaskInput,
): Promise<void> {
  await requireMemberOf(workspaceId, assigneeId);
  const told = await sql().transaction(async (tx) => {
    const [before] = await tx.query(
      `SELECT "assigneeId" FROM task WHERE "workspaceId" = $1 AND "id" = $2 FOR UPDATE`,
      [workspaceId, id],
    );
    if (!before) throw noSuchTask();
    await tx.query(
      `UPDATE task SET "title" = $3, "dueOn" = $4::date, "assigneeId" = $5
       WHERE "workspaceId" = $1 AND "id" = $2`,
      [workspaceId, id, title, dueOn, assigneeId],
    );
    const isHandedOn = before.assigneeId !== assigneeId && assigneeId !== userId;
    return isHandedOn ? tell(tx, workspaceId, userId, assigneeId, title) : [];
  });
  await announce(workspaceId, told);
}

/** Marks a task as done, or as open again. */
export async function setTaskDone(
  workspaceId: string,
  userId: string,
  id: string,
  isDone: boolean,
): Promise<void> {
  const found = await sql().query(
    `UPDATE task SET "doneAt" = CASE WHEN $3::boolean THEN coalesce("doneAt", $4::timestamptz) END,
       "doneById" = CASE WHEN $3::boolean THEN coalesce("doneById", $5::text) END
     WHERE "workspaceId" = $1 AND "id" = $2 RETURNING 1`,
    [workspaceId, id, isDone, new Date(now()), userId],
  );
  if (found.length === 0) throw noSuchTask();
}

/** Deletes a task for good. */
export async function deleteTask(workspaceId: string, id: string): Promise<void> {
  const found = await sql().query(
    `DELETE FROM task WHERE "workspaceId" = $1 AND "id" = $2 RETURNING 1`,
    [workspaceId, id],
  );
  if (found.length === 0) throw noSuchTask();
}

function noSuchTask(): FoyerError {
  return new FoyerError("not_found", "This task is no more.");
}

async function tell(
  tx: Sql,
  workspaceId: string,
  userId: string,
  assigneeId: string,
  title: string,
): Promise<string[]> {
  const [row] = await tx.query(
    `SELECT w.slug, (SELECT name FROM "user" WHERE id = $2) AS name FROM workspace w WHERE w.id = $1`,
    [workspaceId, userId],
  );
  return notify(tx, workspaceId, [assigneeId], {
    kind: "task",
    title: `${row?.name ?? "Somebody"} gave you a task`,
    body: title,
    href: `/${row?.slug}/tasks`,
  });
}
