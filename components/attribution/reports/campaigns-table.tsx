import type { ReactNode } from "react";
import { exactCredit, formatCredit, formatShare } from "#components/attribution/credit-words.ts";
import {
  KeyCell,
  NumberCell,
  NumberTable,
  TableNote,
  TableTitle,
} from "#components/attribution/number-table.tsx";
import { ReceiptsLink } from "#components/attribution/receipts-link.tsx";
import { Card } from "#components/ui/card.tsx";
import type { CampaignRow } from "#lib/attribution/reports/campaigns.ts";
import { formatNumber } from "#lib/format.ts";

const ID = "campaigns";

/** The heads of the columns. */
export const CAMPAIGN_COLUMNS = [
  "Campaign",
  "Sessions",
  "Visitors",
  "Companies",
  "Share valid",
  "Conversions",
  "Credit",
];

type CampaignsTableProps = {
  rows: readonly CampaignRow[];
  /** How many campaigns are left out. */
  more: number;
  hrefOf: (campaign: string) => string;
  receiptsHref: (campaign: string) => string;
  actions: ReactNode;
};

/** Campaigns with what they brought; each opens its own page, each number of credit its receipts. */
export function CampaignsTable({ rows, more, hrefOf, receiptsHref, actions }: CampaignsTableProps) {
  return (
    <Card
      title={<TableTitle id={ID}>Campaigns of the period</TableTitle>}
      description={
        <TableNote>
          Most credit first. Share valid: valid and valid catch-all among the primary e-mails of its
          visitors.{more > 0 && ` ${formatNumber(more)} more are in the CSV.`}
        </TableNote>
      }
      actions={actions}
      padded={false}
    >
      <NumberTable
        labelledBy={ID}
        head={CAMPAIGN_COLUMNS.map((label) => ({
          id: label,
          label,
          isCurrent: label === "Credit",
        }))}
        foot={null}
      >
        {rows.map((row) => {
          const receipts = {
            href: receiptsHref(row.key),
            label: `receipts of ${row.key}`,
          };
          return (
            <tr key={row.key} className="group/row">
              <KeyCell text={row.key} href={hrefOf(row.key)} />
              <NumberCell>{formatNumber(row.sessions)}</NumberCell>
              <NumberCell>{formatNumber(row.visitors)}</NumberCell>
              <NumberCell>{formatNumber(row.companies)}</NumberCell>
              <NumberCell>{formatShare(row.valid, row.withEmail)}</NumberCell>
              <NumberCell>
                {row.conversions === 0 ? (
                  <span className="text-ink-faint">0</span>
                ) : (
                  <ReceiptsLink {...receipts} text={formatNumber(row.conversions)} />
                )}
              </NumberCell>
              <NumberCell title={exactCredit(row.credit)}>
                {row.conversions === 0 ? (
                  <span className="text-ink-faint">{formatCredit(row.credit)}</span>
                ) : (
                  <ReceiptsLink {...receipts} text={formatCredit(row.credit)} />
                )}
              </NumberCell>
            </tr>
          );
        })}
      </NumberTable>
    </Card>
  );
}
