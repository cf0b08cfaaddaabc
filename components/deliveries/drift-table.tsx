"use client";

import { CircleCheck } from "lucide-react";
import type { Column } from "#components/table/column.ts";
import { DataTable } from "#components/table/data-table.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { ABSENT, formatNumber } from "#lib/format.ts";
import type { DriftRow } from "#lib/inbox/list-drift.ts";

const KINDS: Record<DriftRow["kind"], string> = {
  type: "Event type",
  field: "Field",
  word: "Value",
};

const COLUMNS: readonly Column<DriftRow>[] = [
  {
    id: "path",
    header: "What is new",
    width: "22rem",
    cell: (row) => (
      <code className="font-mono text-xs">{row.path ?? (row.type || "(no type)")}</code>
    ),
    title: (row) => row.path ?? row.type,
  },
  { id: "kind", header: "Kind", cell: (row) => <Badge dot={false}>{KINDS[row.kind]}</Badge> },
  {
    id: "type",
    header: "In events of type",
    cell: (row) => (row.kind === "type" ? ABSENT : row.type),
  },
  { id: "count", header: "Times", align: "right", cell: (row) => formatNumber(row.count) },
  {
    id: "firstSeenAt",
    header: "First seen",
    wideOnly: true,
    cell: (row) => <RelativeTime value={row.firstSeenAt} />,
  },
  { id: "lastSeenAt", header: "Last seen", cell: (row) => <RelativeTime value={row.lastSeenAt} /> },
];

export type DriftTableProps = {
  rows: readonly DriftRow[];
  /** The path of the ledger: a row leads to the latest delivery that held it. */
  base: string;
};

export function DriftTable({ rows, base }: DriftTableProps) {
  return (
    <DataTable
      label="Unknown fields"
      columns={COLUMNS}
      rows={rows}
      rowId={(row) => `${row.kind} ${row.type} ${row.path}`}
      rowHref={(row) => `${base}/${row.deliveryId}`}
      sort={null}
      empty={
        <EmptyState
          icon={<CircleCheck />}
          title="Everything that came in is known"
          text="When a sender adds a field, an event type or a new word, it is kept with its delivery and listed here, with an example to look at."
        />
      }
      keys
    />
  );
}
