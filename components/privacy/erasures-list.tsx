import { CopyButton } from "#components/ui/copy-button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { formatNumber } from "#lib/format.ts";
import type { Page } from "#lib/keyset.ts";
import type { ErasureProof } from "#lib/privacy/list-erasures.ts";

type ErasuresListProps = { erasures: Page<ErasureProof>; isFirst: boolean; base: string };

/** Who erased when, and what went. */
export function ErasuresList({ erasures: { rows, nextCursor }, isFirst, base }: ErasuresListProps) {
  if (rows.length === 0) {
    return (
      <EmptyState
        compact
        title="Nobody was erased yet"
        text="An admin erases a person on that person’s page; a program does so through the API."
      />
    );
  }
  return (
    <>
      <ul className="divide-y divide-line border-line border-t text-sm">
        {rows.map((erasure) => (
          <li key={erasure.id} className="flex items-start justify-between gap-4 px-4 py-3">
            <div className="min-w-0">
              <p className="text-ink">
                <RelativeTime value={erasure.at} form="exact" className="font-medium" />{" "}
                <span className="text-ink-muted">by {actor(erasure)}</span>
              </p>
              <p className="mt-0.5 text-ink-muted text-xs">{wordsOf(erasure)}</p>
              <p className="mt-0.5 break-all font-mono text-ink-muted text-xs">{erasure.id}</p>
            </div>
            <CopyButton
              text={JSON.stringify(erasure, null, 2)}
              label={`Copy proof ${erasure.id}`}
            />
          </li>
        ))}
      </ul>
      {(nextCursor || !isFirst) && (
        <Pagination
          className="border-line border-t px-4 py-2.5"
          previousHref={isFirst ? null : base}
          nextHref={nextCursor && `${base}?cursor=${encodeURIComponent(nextCursor)}`}
        />
      )}
    </>
  );
}

function actor({ by, detail }: ErasureProof): string {
  return by ?? (detail.keyId ? "an API key" : "the operator");
}

function wordsOf({ detail }: ErasureProof): string {
  const others = Object.values(detail.records).reduce((sum, count) => sum + count, 0);
  const parts: [number, string, string][] = [
    [detail.events, "event", "events"],
    [detail.deliveries, "delivery", "deliveries"],
    [detail.sessions, "visit", "visits"],
    [others, "other row", "other rows"],
    [detail.suppressions, "key suppressed", "keys suppressed"],
  ];
  const said = parts.filter(([count]) => count > 0);
  const list = said.map(
    ([count, one, many]) => `${formatNumber(count)} ${count === 1 ? one : many}`,
  );
  return [detail.visitors === 0 ? "Nobody was known" : "One visitor", ...list].join(" · ");
}
