interface Growths {
  qoq: number | null;
  yoy: number | null;
}

/**
 * The figure of the past year, quarter by quarter, as far as growth (in percent) tells it: a year and
 * a quarter ago, and now. The quarters between are null. Empty when neither growth is known.
 */
export function trendOf(total: number | null, growth: Growths) {
  if (total === null) return [];
  const known = new Map([
    [12, before(total, growth.yoy)],
    [3, before(total, growth.qoq)],
    [0, total],
  ]);
  const first = [12, 3].find((months) => known.get(months) !== null);
  if (first === undefined) return [];
  return [12, 9, 6, 3, 0]
    .filter((months) => months <= first)
    .map((months) => ({
      label: months === 0 ? "0" : `−${months}`,
      title: months === 0 ? "Now" : `${months} months ago`,
      value: known.get(months) ?? null,
    }));
}

function before(total: number, percent: number | null): number | null {
  if (percent === null || percent <= -100) return null;
  return Math.round(total / (1 + percent / 100));
}
