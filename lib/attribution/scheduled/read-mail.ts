import { describeReport } from "#lib/attribution/figures/describe-report.ts";
import { datesText } from "#lib/attribution/figures/figure-words.ts";
import { readFigures } from "#lib/attribution/figures/read-figures.ts";
import { queryOf, reportPath } from "#lib/attribution/figures/report-params.ts";
import { env } from "#lib/env.ts";
import type { ReportMail } from "./compose-report.ts";
import type { Schedule } from "./schedule.ts";
import { periodBefore } from "./send-time.ts";

export interface MailWorkspace {
  id: string;
  slug: string;
  name: string;
  timezone: string;
}

/** What a schedule's mail says that is due at `due` (ms): the figures of the dates before it. */
export async function readReportMail(
  workspace: MailWorkspace,
  { name, report, params, rhythm }: Schedule,
  due: number,
): Promise<ReportMail> {
  const dated = { ...params, ...periodBefore(rhythm, workspace.timezone, due) };
  const query = queryOf(dated, workspace.timezone);
  const [figures, asked] = await Promise.all([
    readFigures(workspace.id, report, query, dated),
    describeReport(workspace.id, report, query, dated),
  ]);
  return {
    ...{ name, workspaceName: workspace.name, dates: datesText(query), asked, figures },
    href: `${env().APP_URL}/${workspace.slug}${reportPath(report, dated)}`,
  };
}
