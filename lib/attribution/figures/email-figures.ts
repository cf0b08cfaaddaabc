import { getEmailHealth, listEmailHealthBySource } from "#lib/attribution/reports/email-health.ts";
import {
  MIX_NAMES,
  mixTotal,
  mixValid,
  type ValidityMix,
} from "#lib/attribution/reports/validity-mix.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { VALIDITY_MIX_WORDS } from "#lib/visitor-words.ts";
import { datesText, keyText } from "./figure-words.ts";
import { type FiguresTable, figuresTable, type ReportFigures } from "./figures.ts";

const COLUMNS: FiguresTable["columns"] = [
  { label: "All", as: "count" },
  ...MIX_NAMES.map((name) => ({ label: VALIDITY_MIX_WORDS[name], as: "count" }) as const),
  { label: "Share valid", as: "share" },
];

function cellsOf(mix: ValidityMix): (number | null)[] {
  const all = mixTotal(mix);
  return [all, ...MIX_NAMES.map((name) => mix[name]), all > 0 ? mixValid(mix) / all : null];
}

/** How good the e-mails are: over time, by who validated them, by where people came from. */
export async function emailFigures(
  workspaceId: string,
  query: AttributionQuery,
): Promise<ReportFigures> {
  const [health, sources] = await Promise.all([
    getEmailHealth(workspaceId, query),
    listEmailHealthBySource(workspaceId, query),
  ]);
  const all = mixTotal(health.total);
  const table = (title: string, keyLabel: string, note: string, rows: FiguresTable["rows"]) =>
    figuresTable({ title, keyLabel, note, columns: COLUMNS, rows, total: null });
  return {
    stats: [
      { label: "Results in the period", value: all, as: "count" },
      { label: "Share valid", value: all > 0 ? mixValid(health.total) / all : null, as: "share" },
    ],
    tables: [
      table(
        "Results over time",
        health.unit === "week" ? "Week" : "Month",
        "By when a result of an e-mail was first reported.",
        health.overTime.map(({ from, to, mix }) => ({
          key: datesText({ from, to }),
          cells: cellsOf(mix),
        })),
      ),
      table(
        "By validation provider",
        "Provider",
        "The same results.",
        health.byProvider.map(({ key, mix }) => ({ key: key ?? "Not named", cells: cellsOf(mix) })),
      ),
      table(
        "By source",
        "Source",
        "Primary e-mails of visitors first identified in the period, by the source of their first session.",
        sources.map(({ key, mix }) => ({ key: keyText(key, "source"), cells: cellsOf(mix) })),
      ),
    ],
    currency: null,
  };
}
