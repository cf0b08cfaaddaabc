import { ReceiptText } from "lucide-react";
import { ReceiptsSummary } from "#components/attribution/receipts-summary.tsx";
import { ReceiptsTable } from "#components/attribution/receipts-table.tsx";
import { keyWords } from "#components/attribution/words.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { CreditSum } from "#lib/attribution/credit.ts";
import { listCredited } from "#lib/attribution/credited.ts";
import { listReceipts, type ReceiptQuery } from "#lib/attribution/receipts.ts";
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
  const { key, dimension, timezone, lookbackDays } = query;
  const selected = key === undefined ? null : { key, text: keyWords(key, dimension) };
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
        visitorsPath={`${base}/visitors`}
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
  const credit = new CreditSum();
  let conversions = 0;
  for (const { credits } of await listCredited(workspaceId, query)) {
    const own =
      query.key === undefined ? credits : credits.filter((each) => each.key === query.key);
    for (const each of own) credit.add(each.key, each.parts);
    if (own.length > 0) conversions += 1;
  }
  return { conversions, credit: credit.total() };
}
