import { cn } from "#components/ui/cn.ts";
import type { Receipt } from "#lib/attribution/receipts.ts";
import { RECEIPT_CELL, WIDE_ONLY } from "./receipt-cell.ts";
import { ReceiptRows, type ReceiptView } from "./receipt-rows.tsx";

const HEAD: readonly [name: string, look?: string][] = [
  ["Session"],
  ["Time before", WIDE_ONLY],
  ["Channel"],
  ["Source / medium", WIDE_ONLY],
  ["Campaign", WIDE_ONLY],
  ["Landing page", WIDE_ONLY],
  ["Credit", "text-right"],
];

type ReceiptsTableProps = ReceiptView & {
  receipts: readonly Receipt[];
  /** The workspace's path. */
  basePath: string;
};

/** Conversions, each a group of rows: its touches in order, and their sum. */
export function ReceiptsTable({ receipts, basePath, ...view }: ReceiptsTableProps) {
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      <table
        aria-label="Receipts"
        className="w-full table-fixed border-separate border-spacing-0 text-left text-sm"
      >
        <colgroup>
          <col className="w-29 md:w-44" />
          <col className={cn("w-28", WIDE_ONLY)} />
          <col className="md:w-36" />
          <col className={WIDE_ONLY} />
          <col className={WIDE_ONLY} />
          <col className={WIDE_ONLY} />
          <col className="w-16 md:w-20" />
        </colgroup>
        <thead className="text-ink-muted text-xs">
          <tr>
            {HEAD.map(([name, look]) => (
              <th
                key={name}
                scope="col"
                className={cn(RECEIPT_CELL, "h-9 bg-sunken font-medium", look)}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {receipts.map((receipt) => (
          <ReceiptRows
            key={`${receipt.visitorId ?? receipt.companyId} ${receipt.at}`}
            receipt={receipt}
            href={`${basePath}/${whoPath(receipt)}`}
            {...view}
          />
        ))}
      </table>
    </div>
  );
}

function whoPath({ visitorId, companyId }: Receipt): string {
  return visitorId === null
    ? `companies/${encodeURIComponent(companyId ?? "")}`
    : `visitors/${encodeURIComponent(visitorId)}`;
}
