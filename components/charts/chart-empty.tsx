/** In place of bars that have nothing to show. */
export function ChartEmpty({ text = "There is no data for this period." }: { text?: string }) {
  return <p className="py-6 text-center text-ink-muted text-sm">{text}</p>;
}
