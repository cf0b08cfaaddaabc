import { Card } from "#components/ui/card.tsx";
import type { CompanyProfile } from "#lib/companies/company-profile.ts";
import { formatMoney, formatNumber } from "#lib/format.ts";
import type { FactTip } from "./fact-tip.ts";
import { Figure } from "./figure.tsx";
import { FigureList, known } from "./figure-list.tsx";
import { hasFigures } from "./has-figures.ts";

type FundingCardProps = { funding: CompanyProfile["funding"]; tip: FactTip };

/** What investors have put in; dollars, whole, as received. */
export function FundingCard({ funding, tip }: FundingCardProps) {
  if (!hasFigures(funding)) return null;
  const names = funding.investors.flatMap((one) => nameOf(one) ?? []);
  return (
    <Card
      title="Funding"
      actions={
        <span className="pr-4 [&_button]:opacity-100">
          {tip("Funding", "funding.totalRaisedUsd", "funding.lastRoundType")}
        </span>
      }
    >
      <div className="flex flex-col gap-3">
        {funding.totalRaisedUsd !== null && (
          <Figure value={formatMoney(funding.totalRaisedUsd)} label="raised" />
        )}
        <FigureList
          items={[
            {
              label: "Last round",
              value: funding.lastRoundType,
              tip: tip("Last round", "funding.lastRoundType"),
            },
            {
              label: "Amount",
              tip: tip("Amount", "funding.lastRoundAmountUsd"),
              value: known(funding.lastRoundAmountUsd, (usd) => formatMoney(usd)),
            },
            {
              label: "Days since then",
              tip: tip("Days since then", "funding.daysSinceLastRound"),
              value: known(funding.daysSinceLastRound, (days) => formatNumber(days)),
            },
            {
              label: "Investors",
              value: names.join(", "),
              tip: tip("Investors", "funding.investors"),
            },
          ]}
        />
      </div>
    </Card>
  );
}

/** An investor is a name, or an object that may have one: the sender does not say which. */
function nameOf(investor: unknown): string | null {
  if (typeof investor === "string") return investor;
  if (typeof investor !== "object" || investor === null) return null;
  const hasName = "name" in investor && typeof investor.name === "string";
  return hasName ? String(investor.name) : JSON.stringify(investor);
}
