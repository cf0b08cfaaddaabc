/** The calendar day of an instant in a time zone, as 2026-05-04. */
export function todayIn(timeZone: string, at: number): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone }).format(at);
}
