import type { Point, Series } from "#components/charts/series.ts";
import { type RestRows, sumRows } from "#lib/attribution/first-rows.ts";
import { addDays } from "#lib/attribution/period.ts";
import type { AttributionRow, CreditPoint } from "#lib/attribution/report.ts";
import type { RowKey } from "#lib/attribution/row-key.ts";
import { formatNumber } from "#lib/format.ts";
import { periodWords } from "./periods.ts";

/** More than these share the last colour of the palette, the grey of "Other". */
export const MAX_KEYS = 7;
const OTHER = "other";
const EARLIER = "earlier";

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
  of: RowKey | undefined;
}

const nameOfRow = ({ key, secondKey = null }: RowKey) => JSON.stringify([key, secondKey]);

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
 * most credit (rows come ranked), the others together as the last one.
 */
export function creditSeries(
  credits: readonly CreditPoint[],
  { rows, rest: beyond = null }: { rows: readonly AttributionRow[]; rest?: RestRows | null },
  period: Period,
  words: (row: RowKey) => string,
) {
  const bucket = bucketOf(period);
  const credited = rows.filter((row) => row.credit > 0);
  const top = credited.slice(0, MAX_KEYS);
  // A key may be called anything, also "other": series have names of our own.
  const nameOf = new Map(top.map((row, at) => [nameOfRow(row), `key-${at}`]));
  const ranked: Ranked[] = top.map((row, at) => ({
    key: `key-${at}`,
    label: words(row),
    credit: row.credit,
    of: row,
  }));
  const rest = credited.slice(MAX_KEYS);
  const [only] = rest;
  if (only) {
    const { credit, credited: count } = sumRows(rest, beyond);
    const isOne = count === 1;
    const label = isOne ? words(only) : `Other (${formatNumber(count)})`;
    ranked.push({ key: OTHER, label, credit, of: isOne ? only : undefined });
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
    const to = last > period.to ? period.to : last;
    const label = axis.format(Date.parse(start));
    points.push({ label, title: periodWords(first, to), from: first, to, values: own });
    start = next;
  }
  for (const { date, credit, isRest, ...row } of credits) {
    const own = values.get(startOf(date, bucket));
    const name = (isRest ? undefined : nameOf.get(nameOfRow(row))) ?? OTHER;
    if (own) own[name] = (own[name] ?? 0) + credit;
  }
  return { bucket, points, series, ranked };
}

/**
 * Lays an earlier period over the chart as one dashed line: its credit by day, from its first day on that
 * of this period. What is longer than this period is not drawn.
 */
export function withEarlier(
  chart: ReturnType<typeof creditSeries>,
  earlier: { credits: readonly CreditPoint[]; from: string; label: string },
  period: Period,
) {
  const sums = new Map<string, number>();
  const shift = Math.round((Date.parse(period.from) - Date.parse(earlier.from)) / 86_400_000);
  for (const { date, credit } of earlier.credits) {
    const start = startOf(addDays(date, shift), chart.bucket);
    sums.set(start, (sums.get(start) ?? 0) + credit);
  }
  let start = startOf(period.from, chart.bucket);
  const points = chart.points.map((point) => {
    const values = { ...point.values, [EARLIER]: sums.get(start) ?? 0 };
    start = afterOf(start, chart.bucket);
    return { ...point, values };
  });
  const line: Series = { key: EARLIER, label: earlier.label, dashed: true };
  return { ...chart, points, series: [...chart.series, line] };
}
