import type { Point, Series } from "#components/charts/series.ts";
import { addDays } from "#lib/attribution/period.ts";
import type { AttributionRow, CreditPoint } from "#lib/attribution/report.ts";
import { periodWords } from "./periods.ts";

/** More than these share the last colour of the palette, the grey of "Other". */
export const MAX_KEYS = 7;
const OTHER = "other";

export type Bucket = "day" | "week" | "month" | "year";

interface Period {
  from: string;
  to: string;
}

/** A series with its credit in the whole period. `of` is the key it stands for; "Other" has none. */
interface Ranked {
  key: string;
  label: string;
  credit: number;
  of: string | null | undefined;
}

/** As fine as the width of a chart allows. */
export function bucketOf({ from, to }: Period): Bucket {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  if (days <= 62) return "day";
  if (days <= 550) return "week";
  return days <= 3_660 ? "month" : "year";
}

/** The first day of the bucket that a date falls into; weeks begin on Monday. */
function startOf(date: string, bucket: Bucket): string {
  if (bucket === "day") return date;
  if (bucket === "month") return `${date.slice(0, 7)}-01`;
  if (bucket === "year") return `${date.slice(0, 4)}-01-01`;
  return addDays(date, -((new Date(date).getUTCDay() + 6) % 7));
}

function afterOf(start: string, bucket: Bucket): string {
  if (bucket === "day") return addDays(start, 1);
  if (bucket === "week") return addDays(start, 7);
  return startOf(addDays(start, bucket === "month" ? 31 : 366), bucket);
}

const AXIS: Record<Bucket, Intl.DateTimeFormatOptions> = {
  day: { month: "short", day: "numeric" },
  week: { month: "short", day: "numeric" },
  month: { month: "short", year: "numeric" },
  year: { year: "numeric" },
};

/**
 * Credit over time for a stacked chart: every bucket of the period, and as series the keys with the
 * most credit (`rows` come ranked), the others together as the last one.
 */
export function creditSeries(
  credits: readonly CreditPoint[],
  rows: readonly AttributionRow[],
  period: Period,
  words: (key: string | null) => string,
) {
  const bucket = bucketOf(period);
  const credited = rows.filter((row) => row.credit > 0);
  const top = credited.slice(0, MAX_KEYS);
  // A key may be called anything, also "other": series have names of our own.
  const nameOf = new Map(top.map((row, at) => [row.key, `key-${at}`]));
  const ranked: Ranked[] = top.map(({ key, credit }, at) => ({
    key: `key-${at}`,
    label: words(key),
    credit,
    of: key,
  }));
  const rest = credited.slice(MAX_KEYS);
  const [only] = rest;
  if (only) {
    const credit = rest.reduce((sum, row) => sum + row.credit, 0);
    const isOne = rest.length === 1;
    const label = isOne ? words(only.key) : `Other (${rest.length})`;
    ranked.push({ key: OTHER, label, credit, of: isOne ? only.key : undefined });
  }
  const series: Series[] = ranked.map(({ key, label }) => ({ key, label }));

  const values = new Map<string, Record<string, number>>();
  const axis = new Intl.DateTimeFormat("en", { ...AXIS[bucket], timeZone: "UTC" });
  const points: Point[] = [];
  for (let start = startOf(period.from, bucket); start <= period.to; ) {
    const next = afterOf(start, bucket);
    const own = Object.fromEntries(series.map(({ key }) => [key, 0]));
    values.set(start, own);
    const [first, last] = [start < period.from ? period.from : start, addDays(next, -1)];
    const title = periodWords(first, last > period.to ? period.to : last);
    points.push({ label: axis.format(Date.parse(start)), title, values: own });
    start = next;
  }
  for (const { date, key, credit, isRest } of credits) {
    const own = values.get(startOf(date, bucket));
    const name = (isRest ? undefined : nameOf.get(key)) ?? OTHER;
    if (own) own[name] = (own[name] ?? 0) + credit;
  }
  return { bucket, points, series, ranked };
}
