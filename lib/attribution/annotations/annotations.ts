import { z } from "zod";
import { recordAudit } from "#lib/audit/record.ts";
import { now } from "#lib/clock.ts";
import { db, sql } from "#lib/db/client.ts";
import { newTimeId } from "#lib/ids.ts";
import type { Annotation, AnnotationInput } from "./annotation.ts";

/** More remarks than these on one chart are not drawn: those of the latest dates are. */
export const MOST_ANNOTATIONS = 60;

const row = z.object({
  id: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  text: z.string(),
  author: z.string().nullable(),
});

/** The remarks that touch a period, oldest first. Index: report_annotation ("workspaceId", "from" DESC, id). */
export async function listAnnotations(
  workspaceId: string,
  period: { from: string; to: string },
): Promise<Annotation[]> {
  const rows = await sql().query(
    `SELECT a.id, a."from"::text, a."to"::text, a.text, u.name AS author
     FROM report_annotation a LEFT JOIN "user" u ON u.id = a."authorId"
     WHERE a."workspaceId" = $1 AND a."from" <= $3::date AND a."to" >= $2::date
     ORDER BY a."from" DESC, a.id LIMIT ${MOST_ANNOTATIONS}`,
    [workspaceId, period.from, period.to],
  );
  return rows.map((each) => row.parse(each)).reverse();
}

/** Writes a remark and returns its id. */
export async function createAnnotation(
  workspaceId: string,
  userId: string,
  input: AnnotationInput,
): Promise<string> {
  const id = newTimeId("ann", now());
  await db().$transaction(async (tx) => {
    const data = { workspaceId, id, authorId: userId, ...columnsOf(input) };
    await tx.reportAnnotation.create({ data });
    await recordAudit(workspaceId, userId, "annotation.created", id, datesOf(input), tx);
  });
  return id;
}

/** Changes a remark; its author stays. False when there is none of this id. */
export async function updateAnnotation(
  workspaceId: string,
  userId: string,
  id: string,
  input: AnnotationInput,
): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const data = { ...columnsOf(input), editedAt: new Date(now()) };
    const { count } = await tx.reportAnnotation.updateMany({ where: { workspaceId, id }, data });
    if (count === 0) return false;
    await recordAudit(workspaceId, userId, "annotation.changed", id, datesOf(input), tx);
    return true;
  });
}

/** Removes a remark. Nothing happens when it is gone already. */
export async function removeAnnotation(
  workspaceId: string,
  userId: string,
  id: string,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.reportAnnotation.deleteMany({ where: { workspaceId, id } });
    if (count > 0) await recordAudit(workspaceId, userId, "annotation.removed", id, undefined, tx);
  });
}

// The words stay out of the audit log: somebody may be named in them.
const datesOf = ({ from, to }: AnnotationInput) => ({ from, to });

function columnsOf({ from, to, text }: AnnotationInput) {
  return { from: new Date(`${from}T00:00:00Z`), to: new Date(`${to}T00:00:00Z`), text };
}
