import { NoConversions, NoSessionsYet } from "#components/attribution/attribution-empty.tsx";
import { goalWords } from "#components/attribution/words.ts";
import { addDays, localDate } from "#lib/attribution/period.ts";
import { now } from "#lib/clock.ts";
import { listSessions } from "#lib/sessions/list-sessions.ts";
import { periodWords } from "./periods.ts";
import type { SectionProps } from "./section-props.ts";

const WIDER = [90, 365];

/** Why there is no credit: nobody converted in the period, or nothing has ever arrived. */
export async function NothingToCredit({ workspace, query, linkTo, webhooksHref }: SectionProps) {
  const { rows } = await listSessions(workspace.id, { sort: "-createdAt", limit: 1 });
  if (rows.length === 0) return <NoSessionsYet webhooksHref={webhooksHref} />;
  const { goal, from, to, timezone } = query;
  const today = localDate(now(), timezone);
  const wider = WIDER.map((days) => ({
    label: `Last ${days} days`,
    from: addDays(today, 1 - days),
  }))
    .filter((period) => period.from < from || today > to)
    .map((period) => ({ label: period.label, href: linkTo({ from: period.from, to: today }) }));
  return <NoConversions goal={goalWords(goal)} period={periodWords(from, to)} wider={wider} />;
}
