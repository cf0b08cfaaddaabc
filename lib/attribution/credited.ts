import { ONE, shareInteger } from "./credit.ts";
import { listConversions, listOtherJourneys } from "./journeys.ts";
import { MODELS } from "./models.ts";
import { hasLearntCredit, learntCreditor } from "./reports/read-learnt.ts";
import type { AttributionQuery } from "./search-params.ts";
import type { Conversion, Creditor, Journey } from "./touch.ts";

/** A key's part of a conversion, in parts of `ONE`. */
export interface KeyCredit {
  key: string | null;
  parts: number;
  /** Minor units of the conversion's money; 0 without any. */
  value: bigint;
}

/** A conversion and what each of its touches gets; without a touch all goes to the key null. */
export interface CreditedConversion {
  subject: string;
  at: number;
  /** Of the conversion's money. */
  currency: string | null;
  credits: KeyCredit[];
}

function* journeysOf(conversions: readonly Conversion[]): Iterable<Journey> {
  for (const { touches } of conversions) yield { keys: touches.map(({ key }) => key), count: 1 };
}

/** The query's model, made ready with the period's journeys if it learns from them. */
export async function prepareCreditor(
  workspaceId: string,
  query: AttributionQuery,
  conversions: readonly Conversion[] | null,
): Promise<Creditor> {
  const model = MODELS[query.model];
  if (!model.learns) return model.creditor();
  if (!conversions && hasLearntCredit(query)) return learntCreditor(workspaceId, query);
  const [converting, others] = await Promise.all([
    conversions ?? listConversions(workspaceId, query),
    listOtherJourneys(workspaceId, query),
  ]);
  return model.creditor(journeysOf(converting), others);
}

/** Credits one conversion. The parts sum to exactly `ONE`, the values to exactly its money. */
export function creditConversion(conversion: Conversion, creditor: Creditor): CreditedConversion {
  const { subject, at, money, touches } = conversion;
  const parts = touches.length === 0 ? [ONE] : creditor(touches, at);
  const values = money ? shareInteger(money.minor, parts) : [];
  const keys = touches.length === 0 ? [null] : touches.map(({ key }) => key);
  return {
    subject,
    at,
    currency: money?.currency ?? null,
    credits: keys.map((key, i) => ({ key, parts: parts[i] ?? 0, value: values[i] ?? 0n })),
  };
}

/** The conversions of a query with their credits: what the report and the chart are summed from. */
export async function listCredited(
  workspaceId: string,
  query: AttributionQuery,
): Promise<CreditedConversion[]> {
  const conversions = await listConversions(workspaceId, query);
  const creditor = await prepareCreditor(workspaceId, query, conversions);
  return conversions.map((conversion) => creditConversion(conversion, creditor));
}
