import type { Tone } from "#components/ui/badge.tsx";
import { formatMoney } from "#lib/format.ts";
import type { OutcomeStatus } from "#lib/worklist/account.ts";

export const OUTCOME_LABEL: Readonly<Record<OutcomeStatus, string>> = {
  meeting: "Meeting",
  opportunity: "Opportunity",
  won: "Won",
  lost: "Lost",
  not_a_fit: "Not a fit",
};

export const OUTCOME_TONE: Readonly<Record<OutcomeStatus, Tone>> = {
  meeting: "info",
  opportunity: "accent",
  won: "positive",
  lost: "danger",
  not_a_fit: "neutral",
};

/** Which outcomes may come with money. */
export const WITH_MONEY: readonly OutcomeStatus[] = ["opportunity", "won"];

/** Whether the account comes back with its people unless the rep says otherwise. */
export const COMES_BACK: Readonly<Record<OutcomeStatus, boolean>> = {
  meeting: true,
  opportunity: true,
  won: false,
  lost: true,
  not_a_fit: false,
};

export const CURRENCIES = [
  "EUR",
  "USD",
  "GBP",
  "CHF",
  "SEK",
  "NOK",
  "DKK",
  "PLN",
  "CZK",
  "CAD",
  "AUD",
  "NZD",
  "JPY",
  "SGD",
  "INR",
  "BRL",
  "MXN",
  "ZAR",
] as const;

/** €12,500.50 out of 1250050 and EUR; nothing without an amount. */
export function moneyWords(amountMinor: number | null, currency: string | null): string | null {
  if (amountMinor === null || currency === null) return null;
  const style = { style: "currency", currency } as const;
  const digits = new Intl.NumberFormat("en", style).resolvedOptions().maximumFractionDigits ?? 2;
  return formatMoney(amountMinor / 10 ** digits, currency);
}
