import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { DeliveryTrace } from "#lib/inbox/get-delivery-trace.ts";

export type RelatedDeliveriesProps = {
  related: DeliveryTrace["related"];
  /** The path of the ledger. */
  base: string;
};

/** The other deliveries of the same event, if there are any. */
export function RelatedDeliveries({ related, base }: RelatedDeliveriesProps) {
  if (related.length === 0) return null;
  return (
    <Card
      title="Same event"
      description="It came in other deliveries too. An event counts once, however often it comes."
    >
      <ul className="flex flex-col gap-1.5 text-sm">
        {related.map(({ id, state, receivedAt }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3">
            <Link
              href={`${base}/${id}`}
              className="break-all font-mono text-accent-text text-xs underline underline-offset-2"
            >
              {id}
            </Link>
            <span className="text-ink-muted">
              {state}, <RelativeTime value={receivedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
