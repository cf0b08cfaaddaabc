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
    cell: (row) => row.type ?? <span className="text-ink-muted">Unknown type</span>,
    title: (row) => row.type,
  },
  {
    id: "state",
    header: "State",
    cell: (row) => (
      <span className="flex items-center gap-1.5">
        <StateBadge state={row.state} />
        {row.conflict && <ConflictBadge />}
      </span>
    ),
  },
  {
    id: "receivedAt",
    header: "Received",
    width: "6rem",
    cell: (row) => <RelativeTime value={row.receivedAt} className="text-ink-muted" />,
  },
  {
    id: "reason",
    header: "Reason",
    cell: (row) => reasonWords(row.reason) ?? faint,
  },
  {
    id: "eventId",
    header: "Event",
    width: "9rem",
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

function Id({ text }: { text: string | null }) {
  return text === null ? faint : <code className="font-mono text-ink-muted text-xs">{text}</code>;
}
