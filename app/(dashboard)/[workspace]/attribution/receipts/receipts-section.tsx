import { ReceiptText } from "lucide-react";
import { ReceiptsSummary } from "#components/attribution/receipts-summary.tsx";
import { ReceiptsTable } from "#components/attribution/receipts-table.tsx";
import { rowWords } from "#components/attribution/words.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import type { ReceiptQuery } from "#lib/attribution/receipt-rows.ts";
import { listReceipts } from "#lib/attribution/receipts.ts";
import { getAttribution } from "#lib/attribution/report.ts";
import { formatNumber } from "#lib/format.ts";
import { receiptPages } from "./receipt-pages.ts";

interface Props {
  workspace: { id: string; slug: string };
  query: ReceiptQuery;
  /** The query as it stands in the URL. */
  url: URLSearchParams;
}

/** One page of receipts below what all of them add up to: the number that was clicked. */
export async function ReceiptsSection({ workspace, query, url }: Props) {
  const [{ rows, nextCursor }, sums] = await Promise.all([
    listReceipts(workspace.id, query),
    sumsOf(workspace.id, query),
  ]);
  const { key, secondKey = null, timezone, lookbackDays } = query;
  const row = query.secondDimension ? { key: key ?? null, secondKey } : { key: key ?? null };
  const selected = key === undefined ? null : { ...row, text: rowWords(query, row) };
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<ReceiptText />}
        title="No receipts here"
        text="No conversion of this period has such a touch. Go back to the report and choose another number."
        className="rounded-lg border border-line"
      />
    );
  }
  const base = `/${workspace.slug}`;
  return (
    <>
      <ReceiptsSummary {...sums} keyText={selected?.text ?? null} />
      <ReceiptsTable
        receipts={rows}
        basePath={base}
        timezone={timezone}
        lookbackDays={lookbackDays}
        selected={selected}
      />
      <Pagination
        {...receiptPages(`${base}/attribution/receipts`, url, nextCursor)}
        summary={`${formatNumber(rows.length)} on this page`}
      />
    </>
  );
}

/** The row of the report that these receipts explain. */
async function sumsOf(workspaceId: string, query: ReceiptQuery) {
  const { rows, total } = await getAttribution(workspaceId, query);
  const { secondKey = null } = query;
  const numbers =
    query.key === undefined
      ? total
      : rows.find((row) => row.key === query.key && (row.secondKey ?? null) === secondKey);
  return { conversions: numbers?.conversions ?? 0, credit: numbers?.credit ?? 0 };
}
