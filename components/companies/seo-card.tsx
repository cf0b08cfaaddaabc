import { Card } from "#components/ui/card.tsx";
import type { CompanyProfile } from "#lib/companies/company-profile.ts";
import { formatNumber } from "#lib/format.ts";
import type { FactTip } from "./fact-tip.ts";
import { FigureList, known } from "./figure-list.tsx";
import { hasFigures } from "./has-figures.ts";

const whole = (value: number) => formatNumber(value);

type SeoCardProps = { seo: CompanyProfile["seo"]; tip: FactTip };

/** How the company is found. The sender gives no currency for value and spend, so neither do we. */
export function SeoCard({ seo, tip }: SeoCardProps) {
  if (!hasFigures(seo)) return null;
  return (
    <Card
      title="SEO"
      actions={
        <span className="pr-4 [&_button]:opacity-100">
          {tip("SEO", "seo.monthlyOrganicClicks", "seo.totalOrganicKeywords")}
        </span>
      }
    >
      <FigureList
        items={[
          { label: "Organic clicks a month", value: known(seo.monthlyOrganicClicks, whole) },
          { label: "Paid clicks a month", value: known(seo.monthlyPaidClicks, whole) },
          { label: "Organic value a month", value: known(seo.monthlyOrganicValue, whole) },
          { label: "Ad spend a month", value: known(seo.monthlyAdsSpend, whole) },
          { label: "Average organic rank", value: known(seo.averageOrganicRank, whole) },
          { label: "Average ad rank", value: known(seo.averageAdRank, whole) },
          { label: "Organic keywords", value: known(seo.totalOrganicKeywords, whole) },
        ]}
      />
    </Card>
  );
}
