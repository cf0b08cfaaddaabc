/** How many digits a currency has behind the point: 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

/** True for an ISO 4217 code that the runtime knows. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf("currency").includes(code);
}

/**
 * "12,500.50" in minor units (1250050), exactly; null for what is no amount of this currency. A comma
 * only parts thousands, so "12,5" is refused rather than guessed at.
 */
export function parseAmount(text: string, currency: string): number | null {
  const match = /^(\d+|\d{1,3}(?:[, ']\d{3})+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return null;
  const digits = currencyDigits(currency);
  const fraction = match[2] ?? "";
  if (fraction.length > digits) return null;
  const minor = Number((match[1] ?? "").replace(/\D/g, "") + fraction.padEnd(digits, "0"));
  return Number.isSafeInteger(minor) ? minor : null;
}
