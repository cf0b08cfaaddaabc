import { answerCsv } from "#app/(dashboard)/[workspace]/attribution/csv/answer-csv.ts";
import { compareModels } from "#lib/attribution/compare-models.ts";
import { MODEL_NAMES } from "#lib/attribution/models.ts";

type Context = { params: Promise<{ workspace: string }> };

/** The credit that each model gives each key. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { workspace } = await params;
  return answerCsv(request, { slug: workspace, name: "models" }, async (id, query) => {
    const { rows } = await compareModels(id, query);
    const { dimension, secondDimension } = query;
    return [
      [dimension, ...(secondDimension ? [secondDimension] : []), ...MODEL_NAMES],
      ...rows.map(({ key, secondKey = null, credits }) => [
        key,
        ...(secondDimension ? [secondKey] : []),
        ...MODEL_NAMES.map((model) => credits[model]),
      ]),
    ];
  });
}
