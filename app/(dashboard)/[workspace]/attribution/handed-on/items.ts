import { periodWords } from "#app/(dashboard)/[workspace]/attribution/periods.ts";
import type { MailListProps } from "#components/attribution/handing-on/mail-list.tsx";
import { rhythmWords } from "#components/attribution/handing-on/rhythm-words.ts";
import type { ShareListProps } from "#components/attribution/handing-on/share-list.tsx";
import { reportPath } from "#lib/attribution/figures/report-params.ts";
import { REPORTS } from "#lib/attribution/figures/reports.ts";
import type { FailedSending } from "#lib/attribution/scheduled/failed-sendings.ts";
import type { ScheduleRow } from "#lib/attribution/scheduled/list-schedules.ts";
import type { ShareRow } from "#lib/attribution/shares/shares.ts";
import { formatDateTime } from "#lib/format.ts";

/** A link as its list shows it. */
export function shareItem(
  { id, name, report, params, expiresAt, createdById }: ShareRow,
  slug: string,
  names: ReadonlyMap<string, string>,
  at: Date,
): ShareListProps["shares"][number] {
  const { from = "", to = "" } = params;
  return {
    ...{ id, name, expiresAt, isExpired: expiresAt <= at },
    words: `${REPORTS[report].label}, ${periodWords(from, to)}`,
    href: `/${slug}${reportPath(report, params)}`,
    author: names.get(createdById ?? "") ?? null,
  };
}

/** A mail as its list shows it. */
export function mailItem(
  { id, name, report, nextAt, recipients, ...time }: ScheduleRow,
  slug: string,
  timezone: string,
  failed: FailedSending | undefined,
): MailListProps["mails"][number] {
  return {
    ...{ id, name, recipients, report: REPORTS[report].label },
    when: `${rhythmWords(time)} (${timezone})`,
    next: nextAt && formatDateTime(nextAt, timezone),
    failed: failed ? { ...failed, at: formatDateTime(failed.at, timezone) } : null,
    editHref: `/${slug}/attribution/handed-on/${encodeURIComponent(id)}`,
  };
}
