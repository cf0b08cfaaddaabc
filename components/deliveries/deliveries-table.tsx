"use client";

import { RotateCcw } from "lucide-react";
import { useTransition } from "react";
import { DataTable } from "#components/table/data-table.tsx";
import { SelectionBar } from "#components/table/selection-bar.tsx";
import { useSelection } from "#components/table/use-selection.ts";
import { Button } from "#components/ui/button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { DELIVERY_COLUMNS } from "./delivery-columns.tsx";
import type { DeliveryView, ReplayAnswer } from "./delivery-view.ts";
import { replayWords } from "./replay-words.ts";

export type DeliveriesTableProps = {
  rows: readonly DeliveryView[];
  replay: (ids: string[]) => Promise<ReplayAnswer>;
};

export function DeliveriesTable({ rows, replay }: DeliveriesTableProps) {
  const [pending, start] = useTransition();
  const toast = useToast();
  // Rows that paging or a filter took away are not chosen any more.
  const selection = useSelection(
    rows.map((row) => row.id),
    "",
  );
  const chosen = rows.filter((row) => selection.isSelected(row.id));
  const run = () =>
    start(async () => {
      const answer = await replay(chosen.map((row) => row.id));
      if ("problem" in answer) toast({ title: answer.problem, tone: "danger" });
      else {
        selection.clear();
        toast({ title: replayWords(answer.replayed) });
      }
    });
  return (
    <>
      <DataTable
        // Below the states, which other lists do not have.
        className="lg:max-h-[max(24rem,calc(100dvh-18.375rem))]"
        label="Deliveries"
        columns={DELIVERY_COLUMNS}
        rows={rows}
        rowId={(row) => row.id}
        rowHref={(row) => row.href}
        selection={selection}
        keys
      />
      <SelectionBar selection={selection}>
        <Button
          size="sm"
          variant="primary"
          icon={<RotateCcw aria-hidden="true" />}
          loading={pending}
          onClick={run}
        >
          {chosen.every((row) => row.state === "quarantined") ? "Release" : "Replay"}
        </Button>
      </SelectionBar>
    </>
  );
}
