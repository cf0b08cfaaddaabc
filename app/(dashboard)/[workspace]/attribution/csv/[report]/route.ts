import { z } from "zod";
import { REPORT_FILES, readReportRecords } from "#lib/attribution/reports/report-csv.ts";
import { parseAttributionQuery } from "#lib/attribution/search-params.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { isFoyerError } from "#lib/errors.ts";
import { csvLines } from "#lib/export/csv.ts";
import { csvResponse } from "#lib/export/csv-response.ts";

type Context = { params: Promise<{ workspace: string; report: string }> };

const names = z.enum(REPORT_FILES);
const LINES = 500;

/** The table of a report as CSV, for the query in the URL. Sums alone: no person stands in it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { workspace: slug, report } = await params;
    const { workspace } = await requireMemberForAction(slug, "attribution.read");
    const name = names.safeParse(report);
    if (!name.success) return new Response("There is no such report.", { status: 404 });
    const raw = Object.fromEntries(new URL(request.url).searchParams);
    const query = parseAttributionQuery(raw, workspace.timezone);
    const records = await readReportRecords(workspace.id, name.data, query);
    const encoder = new TextEncoder();
    let at = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at >= records.length) return controller.close();
        controller.enqueue(encoder.encode(csvLines(records.slice(at, at + LINES))));
        at += LINES;
      },
    });
    return csvResponse(`${name.data}-${query.from}-${query.to}`, {
      total: records.length - 1,
      stream,
    });
  } catch (error) {
    if (!isFoyerError(error)) throw error;
    return new Response(error.message, { status: error.status });
  }
}
