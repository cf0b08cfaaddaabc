import { ReportMenu } from "#components/attribution/handing-on/report-menu.tsx";
import { REPORTS, type ReportName } from "#lib/attribution/figures/reports.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { can } from "#lib/auth/permissions.ts";
import { getMember } from "#lib/auth/require-member.ts";
import type { UrlState } from "#lib/search-state.ts";
import { share } from "./handed-on/actions.ts";
import { periodWords } from "./periods.ts";
import { queryParams, toSearchParams } from "./report-links.ts";

interface Props {
  workspace: { slug: string };
  report: ReportName;
  query: AttributionQuery;
  raw: UrlState;
}

const OWN = ["of", "direction", "start"];

/** The ways to hand a report on: a public link, and mails. */
export async function HandOn({ workspace, report, query, raw }: Props) {
  const member = await getMember(workspace.slug);
  if (!member || !can(member.role, "reports.share")) return null;
  const params = queryParams(query);
  for (const [name, value] of toSearchParams(raw)) if (OWN.includes(name)) params.set(name, value);
  const path = `/${workspace.slug}/attribution/handed-on`;
  const { label } = REPORTS[report];
  const mailParams = new URLSearchParams([...params, ["report", report]]);
  for (const name of ["from", "to", "timezone"]) mailParams.delete(name);
  return (
    <ReportMenu
      key={`${report}?${params}`}
      suggestion={`${label}, ${periodWords(query.from, query.to)}`}
      mailHref={`${path}/new?${mailParams}`}
      listHref={path}
      share={share.bind(null, workspace.slug, report, Object.fromEntries(params))}
    />
  );
}
