import { ModelsTable } from "#components/attribution/models-table.tsx";
import { AsOf } from "#components/attribution/reports/as-of.tsx";
import { CsvLink } from "#components/attribution/reports/download-links.tsx";
import { getFirstModels } from "#lib/attribution/first-models.ts";
import { freshness } from "#lib/attribution/kept/kept-report.ts";
import { MODEL_NAMES, MODELS } from "#lib/attribution/models.ts";
import type { RowKey } from "#lib/attribution/row-key.ts";
import { csvHref } from "./csv-href.ts";
import { NothingToCredit } from "./nothing-to-credit.tsx";
import { receiptsHref } from "./report-links.ts";
import { dimensionWords, rowsOf, type SectionProps } from "./section-props.ts";

/** The columns of the table after its key, for the skeleton. */
export const MODEL_COLUMNS = MODEL_NAMES.map((model) => MODELS[model].label);

/** Credit by key, by every model. */
export async function ModelsSection(props: SectionProps) {
  const { workspace, query, path, linkTo } = props;
  const shown = freshness();
  const { rows, totals, count } = await getFirstModels(workspace.id, query, shown);
  if (rows.length === 0) return <NothingToCredit {...props} />;
  const columns = MODEL_NAMES.map((model) => ({
    model,
    label: MODELS[model].label,
    href: linkTo({ model }),
    receiptsHref: (row?: RowKey) => receiptsHref(path, { ...query, model }, row),
    total: totals[model],
  }));
  return (
    <>
      <AsOf shown={shown} timezone={query.timezone} />
      <ModelsTable
        columns={columns}
        current={query.model}
        rows={rows}
        count={count}
        dimensions={query}
        dimensionLabel={dimensionWords(query)}
        actions={<CsvLink href={csvHref(path, "models", query)} of="all models" />}
        {...rowsOf(props)}
      />
    </>
  );
}
