/** "Mar 2021" out of `2021-03` (or a year alone); other texts as they are. */
function monthWords(month: string): string {
  const match = /^(\d{4})-(\d{2})/.exec(month);
  if (!match) return month;
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, 1));
  return new Intl.DateTimeFormat("en", { month: "short", year: "numeric", timeZone: "UTC" }).format(
    date,
  );
}

/** "Mar 2021 – Dec 2023", "since Mar 2021", "until Dec 2023"; null when neither is known. */
export function periodWords(start: string | null, end: string | null): string | null {
  if (start && end) return `${monthWords(start)} – ${monthWords(end)}`;
  if (start) return `since ${monthWords(start)}`;
  return end ? `until ${monthWords(end)}` : null;
}
