import { z } from "zod";
import { answerCsv } from "#app/(dashboard)/[workspace]/attribution/csv/answer-csv.ts";
import { readParams } from "#app/(dashboard)/[workspace]/attribution/read-report-state.ts";
import { plainQuery } from "#app/(dashboard)/[workspace]/attribution/report-links.ts";
import { comparedDates, comparisonParams } from "#lib/attribution/comparison.ts";
import { readCreditRecords } from "#lib/attribution/credit-csv.ts";
import { REPORT_FILES, readReportRecords } from "#lib/attribution/reports/report-csv.ts";
import { FoyerError } from "#lib/errors.ts";

type Context = { params: Promise<{ workspace: string; report: string }> };

const names = z.enum(["credit", ...REPORT_FILES]);

/** The table of a report as CSV, for the query in the URL. Sums alone: no person stands in it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { workspace, report } = await params;
  const name = names.safeParse(report);
  return answerCsv(request, { slug: workspace, name: report }, (id, query, raw) => {
    if (!name.success) throw new FoyerError("not_found", "There is no such report.");
    return name.data === "credit"
      ? readCreditRecords(id, query, comparedDates(query, readParams(comparisonParams, raw)))
      : readReportRecords(id, name.data, plainQuery(query));
  });
}
