import type { ChannelPreview } from "#lib/attribution/channel-rules/preview.ts";
import { formatNumber } from "#lib/format.ts";

const SHOWN = 12;

/** "These 412 sessions move from Direct to Email", most first. */
export function PreviewText({ preview }: { preview: ChannelPreview }) {
  const { sessions, moves } = preview;
  const total = moves.reduce((sum, move) => sum + move.sessions, 0);
  return (
    <div role="status" className="rounded-lg border border-line bg-sunken px-4 py-3 text-sm">
      <p className="font-medium text-ink">
        {total === 0
          ? `None of the latest ${formatNumber(sessions)} sessions would move.`
          : `${formatNumber(total)} of the latest ${formatNumber(sessions)} sessions would move:`}
      </p>
      {moves.length > 0 && (
        <ul className="mt-2 flex flex-col gap-1 text-ink-muted">
          {moves.slice(0, SHOWN).map(({ from, to, sessions: count }) => (
            <li key={`${from} ${to}`}>
              <span className="text-ink">{formatNumber(count)}</span> from{" "}
              <span className="text-ink">{from}</span> to <span className="text-ink">{to}</span>
            </li>
          ))}
          {moves.length > SHOWN && <li>and {formatNumber(moves.length - SHOWN)} other moves</li>}
        </ul>
      )}
    </div>
  );
}
