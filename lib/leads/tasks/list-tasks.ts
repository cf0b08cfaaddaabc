import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { decodeCursor, encodeCursor, type Page, pageOf } from "#lib/keyset.ts";
import type { About } from "#lib/leads/about.ts";
import { selectRows } from "#lib/select.ts";

const { sql } = Prisma;

const row = z.object({
  id: z.string(),
  title: z.string(),
  dueOn: z.iso.date().nullable(),
  doneAt: instant.nullable(),
  assignee: z.object({ id: z.string(), name: z.string().nullable() }),
  /** What it is about; null for nothing, or for what is no more. */
  visitor: z.object({ id: z.string(), name: z.string() }).nullable(),
  company: z.object({ id: z.string(), name: z.string() }).nullable(),
});

export type TaskView = z.output<typeof row>;

// to_char: a date has no time zone, and a driver's Date would give it one.
const select = sql`SELECT t.id, t.title, to_char(t."dueOn", 'YYYY-MM-DD') AS "dueOn", t."doneAt",
    jsonb_build_object('id', t."assigneeId", 'name', u.name) AS assignee,
    CASE WHEN v.id IS NOT NULL THEN jsonb_build_object('id', v.id,
      'name', coalesce(v."fullName", v."primaryEmail", 'A visitor')) END AS visitor,
    CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id,
      'name', coalesce(c.name, c.domain, 'A company')) END AS company`;
const joins = sql`LEFT JOIN "user" u ON u.id = t."assigneeId"
  LEFT JOIN visitor v ON v."workspaceId" = t."workspaceId" AND v.id = t."visitorId"
  LEFT JOIN company c ON c."workspaceId" = t."workspaceId" AND c.id = t."companyId"`;

const ABOUT_LIMIT = 100;

/** The tasks about a visitor or a company: open ones by their day, then those that are done. */
export async function listTasksAbout(workspaceId: string, of: About): Promise<TaskView[]> {
  const subject =
    "visitorId" in of ? sql`t."visitorId" = ${of.visitorId}` : sql`t."companyId" = ${of.companyId}`;
  return selectRows(
    row,
    sql`${select} FROM task t ${joins} WHERE t."workspaceId" = ${workspaceId} AND ${subject}
      ORDER BY t."doneAt" DESC NULLS FIRST, t."dueOn", t.id LIMIT ${ABOUT_LIMIT}`,
  );
}

const SORT = { open: "task.due", done: "task.done" } as const;
const openKey = z.tuple([z.iso.date(), z.string()]);
const doneKey = z.tuple([z.iso.datetime(), z.string()]);
const SOME_DAY = "9999-12-31";

/**
 * One page of a member's tasks: open ones by their day (those without one last), or those done, latest
 * first. Both orders read task_workspaceId_assigneeId_doneAt_dueOn_id_idx.
 */
export async function listTasksOf(
  workspaceId: string,
  userId: string,
  params: { show: "open" | "done"; limit: number; cursor?: string | undefined },
): Promise<Page<TaskView>> {
  const { show, limit, cursor } = params;
  const mine = sql`t."workspaceId" = ${workspaceId} AND t."assigneeId" = ${userId}`;
  const rows = await selectRows(
    row,
    sql`${select} FROM (
        SELECT * FROM task t WHERE ${mine} AND ${show === "open" ? openAfter(cursor) : doneAfter(cursor)}
        ORDER BY ${orderOf(show)} LIMIT ${limit + 1}
      ) t ${joins} ORDER BY ${orderOf(show)}`,
  );
  return pageOf(rows, limit, (last) =>
    encodeCursor(
      SORT[show],
      show === "open" ? [last.dueOn ?? SOME_DAY, last.id] : [last.doneAt, last.id],
    ),
  );
}

const orderOf = (show: "open" | "done") =>
  show === "open" ? sql`t."dueOn", t.id` : sql`t."doneAt" DESC, t.id DESC`;

function openAfter(cursor: string | undefined): Prisma.Sql {
  const after = decodeCursor(cursor, SORT.open, openKey);
  if (!after) return sql`t."doneAt" IS NULL`;
  const [dueOn, id] = after;
  return dueOn === SOME_DAY
    ? sql`t."doneAt" IS NULL AND t."dueOn" IS NULL AND t.id > ${id}`
    : sql`t."doneAt" IS NULL AND ((t."dueOn", t.id) > (${dueOn}::date, ${id}) OR t."dueOn" IS NULL)`;
}

function doneAfter(cursor: string | undefined): Prisma.Sql {
  const after = decodeCursor(cursor, SORT.done, doneKey);
  return after
    ? sql`t."doneAt" IS NOT NULL AND (t."doneAt", t.id) < (${after[0]}::timestamptz, ${after[1]})`
    : sql`t."doneAt" IS NOT NULL`;
}
