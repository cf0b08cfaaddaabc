import { dateFormat } from "#lib/format.ts";

/** The calendar day of an instant in a time zone, as 2026-05-04. */
export function todayIn(timeZone: string, at: number): string {
  return dateFormat("en-CA", { timeZone }).format(at);
}
