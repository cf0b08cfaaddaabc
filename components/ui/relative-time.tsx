"use client";

import { ABSENT, formatDateTime, formatInstant, formatRelative, type Moment } from "#lib/format.ts";
import { useNow } from "./use-now.ts";

export type RelativeTimeProps = {
  value: Moment | null | undefined;
  /** "relative": 3m ago; "exact": the date and time in the viewer's zone. */
  form?: "relative" | "exact";
  className?: string;
};

/** An instant, in words or exact; the exact one of the viewer's zone is always in the title. */
export function RelativeTime({ value, form = "relative", className }: RelativeTimeProps) {
  const now = useNow();
  if (value === null || value === undefined || value === "") {
    return <span className={className}>{ABSENT}</span>;
  }
  // The server knows neither the viewer's zone nor the moment of reading: it writes UTC, and the
  // browser corrects it right after hydration.
  const zone = now === null ? "UTC" : Intl.DateTimeFormat().resolvedOptions().timeZone;
  const text =
    form === "exact" ? formatDateTime(value, zone) : formatRelative(value, now ?? Date.now());
  return (
    <time
      dateTime={new Date(value).toISOString()}
      title={formatInstant(value, zone)}
      className={className}
      suppressHydrationWarning
    >
      {text}
    </time>
  );
}
