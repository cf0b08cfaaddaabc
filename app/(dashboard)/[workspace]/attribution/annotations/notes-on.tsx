import { periodWords } from "#app/(dashboard)/[workspace]/attribution/periods.ts";
import { AnnotationList } from "#components/attribution/annotations/annotation-list.tsx";
import type { Point } from "#components/charts/series.ts";
import { listAnnotations } from "#lib/attribution/annotations/annotations.ts";
import { localDate } from "#lib/attribution/period.ts";
import type { ReportPeriod } from "#lib/attribution/reports/report-period.ts";
import { can } from "#lib/auth/permissions.ts";
import { getMember } from "#lib/auth/require-member.ts";
import { now } from "#lib/clock.ts";
import { remove, save } from "./actions.ts";

/** The points of a chart with the notes on their dates, and the list of the notes to stand below it. */
export async function notesOn(
  workspace: { id: string; slug: string },
  period: ReportPeriod,
  points: readonly Point[],
) {
  const [notes, member] = await Promise.all([
    listAnnotations(workspace.id, period),
    getMember(workspace.slug),
  ]);
  const marked = points.map((point): Point => {
    const { from = "", to = "" } = point;
    const own = notes.flatMap((note, at) =>
      note.from <= to && note.to >= from ? [{ mark: at + 1, text: note.text }] : [],
    );
    return own.length > 0 ? { ...point, notes: own } : point;
  });
  const mayWrite = member !== null && can(member.role, "reports.share");
  const list = (
    <AnnotationList
      notes={notes.map((note) => ({ ...note, dates: periodWords(note.from, note.to) }))}
      today={localDate(now(), period.timezone)}
      actions={
        mayWrite
          ? { save: save.bind(null, workspace.slug), remove: remove.bind(null, workspace.slug) }
          : null
      }
    />
  );
  return { points: marked, list };
}
