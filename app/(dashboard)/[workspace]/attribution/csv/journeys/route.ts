import { answerCsv } from "#app/(dashboard)/[workspace]/attribution/csv/answer-csv.ts";
import { journeyParams } from "#app/(dashboard)/[workspace]/attribution/journeys/journey-params.ts";
import { flowOf } from "#lib/attribution/reports/journey-flow.ts";
import { listKeySequences } from "#lib/attribution/reports/key-sequences.ts";

type Context = { params: Promise<{ workspace: string }> };

/** Every page or channel of every step is named in the file, also those that the drawing adds up. */
const STEPS = 10;

/** The journeys step by step: what each goes on to, and how many go no further (an empty `to`). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { workspace } = await params;
  return answerCsv(request, { slug: workspace, name: "journeys" }, async (id, query, raw) => {
    const { of, direction, start } = journeyParams.parse(raw);
    const from = start === "" || start === "any" ? null : start;
    const sequences = await listKeySequences(id, query, of);
    const top = Number.POSITIVE_INFINITY;
    const { steps, links } = flowOf(sequences, { start: from, direction, steps: STEPS, top });
    return [
      ["step", "from", "to", of === "pages" ? "sessions" : "visitors"],
      ...links.map((link) => [link.step + 1, link.from, link.to, link.count]),
      ...steps.flatMap((nodes, at) =>
        nodes.filter(({ ended }) => ended > 0).map(({ key, ended }) => [at + 1, key, null, ended]),
      ),
    ];
  });
}
