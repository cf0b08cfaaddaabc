import type { Column } from "#components/table/column.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { ABSENT, formatNumber } from "#lib/format.ts";
import type { DeliveryView } from "./delivery-view.ts";
import { formatBytes } from "./format-bytes.ts";
import { reasonWords } from "./reason-words.ts";
import { ConflictBadge, StateBadge } from "./state-badge.tsx";

const faint = <span className="text-ink-faint">{ABSENT}</span>;

export const DELIVERY_COLUMNS: readonly Column<DeliveryView>[] = [
  {
    id: "type",
    header: "Type",
    width: "13rem",
    cell: (row) => (
      <>
        {row.type ?? <span className="text-ink-muted">Unknown type</span>}
        <Below row={row} />
      </>
    ),
    title: (row) => row.type,
  },
  {
    id: "state",
    header: "State",
    cell: (row) => (
      <span className="flex items-center gap-1.5 max-md:flex-col max-md:items-start max-md:gap-1 max-md:py-1.5">
        <StateBadge state={row.state} />
        {row.conflict && <ConflictBadge />}
      </span>
    ),
  },
  {
    id: "receivedAt",
    header: "Received",
    width: "6rem",
    wideOnly: true,
    cell: (row) => <RelativeTime value={row.receivedAt} className="text-ink-muted" />,
  },
  {
    id: "reason",
    header: "Reason",
    wideOnly: true,
    cell: (row) => reasonWords(row.reason) ?? faint,
  },
  {
    id: "eventId",
    header: "Event",
    width: "9rem",
    wideOnly: true,
    cell: (row) => <Id text={row.eventId} />,
    title: (row) => row.eventId,
  },
  {
    id: "endpoint",
    header: "Endpoint",
    width: "8.5rem",
    wideOnly: true,
    cell: (row) => row.endpointName ?? <Id text={row.endpointId} />,
    title: (row) => row.endpointId,
  },
  {
    id: "bytes",
    header: "Size",
    align: "right",
    wideOnly: true,
    cell: (row) => formatBytes(row.bytes),
  },
  {
    id: "attempts",
    header: "Attempts",
    align: "right",
    wideOnly: true,
    cell: (row) => formatNumber(row.attempts),
  },
];

/** On a phone: what the columns say that are left out there. */
function Below({ row: { receivedAt, reason } }: { row: DeliveryView }) {
  const words = reasonWords(reason);
  return (
    <span className="block truncate font-normal text-ink-muted text-xs md:hidden">
      <RelativeTime value={receivedAt} />
      {words && <span data-drawn={` · ${words}`} className="after:content-[attr(data-drawn)]" />}
    </span>
  );
}

function Id({ text }: { text: string | null }) {
  return text === null ? faint : <code className="font-mono text-ink-muted text-xs">{text}</code>;
}
