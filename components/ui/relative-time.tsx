"use client";

import {
  ABSENT,
  formatDate,
  formatDateTime,
  formatInstant,
  formatRelative,
  type Moment,
} from "#lib/format.ts";
import { useNow } from "./use-now.ts";
import { useZone } from "./viewer-zone.tsx";

export type RelativeTimeProps = {
  value: Moment | null | undefined;
  /** "relative": 3m ago; "exact": the date and time in the viewer's zone; "date": the date alone. */
  form?: "relative" | "exact" | "date";
  className?: string;
};

/** An instant, in words or exact; the exact one of the viewer's zone is always in the title. */
export function RelativeTime({ value, form = "relative", className }: RelativeTimeProps) {
  const now = useNow();
  const zone = useZone();
  if (value === null || value === undefined || value === "") {
    return <span className={className}>{ABSENT}</span>;
  }
  const text =
    form === "exact"
      ? formatDateTime(value, zone)
      : form === "date"
        ? formatDate(value, zone)
        : formatRelative(value, now ?? Date.now());
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
