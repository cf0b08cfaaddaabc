import { type AttributionQuery, parseAttributionQuery } from "#lib/attribution/search-params.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { isFoyerError } from "#lib/errors.ts";
import { csvLines } from "#lib/export/csv.ts";
import { csvResponse } from "#lib/export/csv-response.ts";

type Cell = string | number | null;
type Raw = Record<string, string>;

const LINES = 500;

/**
 * Answers the records of a report as CSV, for the query in the URL: gate, question, file. Expected
 * failures are told in words.
 */
export async function answerCsv(
  request: Request,
  { slug, name }: { slug: string; name: string },
  read: (
    workspaceId: string,
    query: AttributionQuery,
    raw: Raw,
  ) => Promise<readonly (readonly Cell[])[]>,
): Promise<Response> {
  try {
    const { workspace } = await requireMemberForAction(slug, "attribution.read");
    const raw = Object.fromEntries(new URL(request.url).searchParams);
    const query = parseAttributionQuery(raw, workspace.timezone);
    const records = await read(workspace.id, query, raw);
    const encoder = new TextEncoder();
    let at = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at >= records.length) return controller.close();
        controller.enqueue(encoder.encode(csvLines(records.slice(at, at + LINES))));
        at += LINES;
      },
    });
    return csvResponse(`${name}-${query.from}-${query.to}`, { total: records.length - 1, stream });
  } catch (error) {
    if (!isFoyerError(error)) throw error;
    return new Response(error.message, { status: error.status });
  }
}
