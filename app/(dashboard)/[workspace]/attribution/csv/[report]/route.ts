import { z } from "zod";
import { answerCsv } from "#app/(dashboard)/[workspace]/attribution/csv/answer-csv.ts";
import { readParams } from "#app/(dashboard)/[workspace]/attribution/read-report-state.ts";
import { plainQuery } from "#app/(dashboard)/[workspace]/attribution/report-links.ts";
import { comparedDates, comparisonParams } from "#lib/attribution/comparison.ts";
import { readCreditRecords } from "#lib/attribution/credit-csv.ts";
import { REPORT_FILES, readReportRecords } from "#lib/attribution/reports/report-csv.ts";

type Context = { params: Promise<{ workspace: string; report: string }> };

const names = z.enum(["credit", ...REPORT_FILES]);

/** The table of a report as CSV, for the query in the URL. Sums alone: no person stands in it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { workspace: slug, report } = await params;
  const name = names.safeParse(report);
  if (!name.success) return new Response("There is no such report.", { status: 404 });
  const file = name.data;
  return answerCsv(request, { slug, name: file }, async (id, query, raw) => {
    if (file !== "credit") return readReportRecords(id, file, plainQuery(query));
    return readCreditRecords(id, query, comparedDates(query, readParams(comparisonParams, raw)));
  });
}
