import { z } from "zod";
import { CreditSums } from "#lib/attribution/credit-sums.ts";
import { goalSource, isOutcomeGoal } from "#lib/attribution/goal-source.ts";
import { IN_PERIOD, listConversions } from "#lib/attribution/journeys.ts";
import type { KeptReport } from "#lib/attribution/kept/kept-report.ts";
import { MODELS } from "#lib/attribution/models.ts";
import { isTileModel, TILE_MODELS, type TileModel } from "#lib/attribution/tiles/tile-models.ts";
import { binding, conversionFits, isFiltered } from "#lib/attribution/visitor-filters.ts";
import type { Sql } from "#lib/db/sql.ts";
import { conversionPieces } from "./conversion-pieces.ts";
import { type CreditQuery, creditQuery, type KeptCredit, keptCredit } from "./credit-query.ts";
import { learnCredit } from "./learnt.ts";
import { periodInstants } from "./report-period.ts";

const currencyRow = z.object({ currency: z.string() });

/** The currency that most conversions are in, the first by name among equals; null where none has money. */
async function mainCurrency(
  sql: Sql,
  workspaceId: string,
  query: CreditQuery,
): Promise<string | null> {
  if (!isOutcomeGoal(query.goal)) return null;
  const source = goalSource(query.goal);
  const values = [workspaceId, query.goal, ...periodInstants(query)];
  const [row] = await sql.query(
    `SELECT g.currency FROM ${source.relation}
     WHERE ${IN_PERIOD}
       AND g.currency IS NOT NULL AND ${conversionFits(query, source, binding(values))}
     GROUP BY 1 ORDER BY count(*) DESC, g.currency COLLATE "C" LIMIT 1`,
    values,
  );
  return row ? currencyRow.parse(row).currency : null;
}

/** Shares each conversion by some models; reading conversions is most of the work. */
async function shareCredit(
  sql: Sql,
  workspaceId: string,
  query: CreditQuery,
  models: readonly TileModel[],
) {
  const currency = await mainCurrency(sql, workspaceId, query);
  const shared = models.map((model) => ({
    ...{ model, sums: new CreditSums(currency), credit: MODELS[model].credit },
  }));
  for (const piece of await conversionPieces(sql, workspaceId, query)) {
    const conversions = await listConversions(sql, workspaceId, query, piece);
    for (const { date, at, money, touches } of conversions) {
      const keys = touches.map((touch) => touch.key);
      for (const { sums, credit } of shared) {
        sums.add({ date, keys, parts: credit(touches, at), money, count: 1 });
      }
    }
  }
  return shared.map(({ model, sums }) => ({ model, credit: { ...sums.result(), effects: [] } }));
}

export const CREDIT_REPORT: KeptReport<CreditQuery, KeptCredit> = {
  kind: "credit",
  dependsOn(query) {
    const [isOutcome, { learns }] = [isOutcomeGoal(query.goal), MODELS[query.model]];
    return {
      asides: [
        ...(isOutcome || isFiltered(query) ? (["people"] as const) : []),
        ...(isOutcome ? (["outcomes"] as const) : []),
      ],
      // An account's touches do not mark the hours of its outcomes, and whoever reaches the goal at any time
      // is no visitor who never did.
      isWide: isOutcome || learns,
    };
  },
  query: creditQuery,
  result: keptCredit,
  async sum(sql, workspaceId, query, alsoAnswers) {
    const { model } = query;
    if (!isTileModel(model)) {
      const currency = await mainCurrency(sql, workspaceId, query);
      return learnCredit(sql, workspaceId, query, currency);
    }
    const others = alsoAnswers ? TILE_MODELS.filter((name) => name !== model) : [];
    const [own, ...rest] = await shareCredit(sql, workspaceId, query, [model, ...others]);
    if (!own) throw new Error("no model was asked for");
    for (const one of rest) alsoAnswers?.({ ...query, model: one.model }, one.credit);
    return own.credit;
  },
};
