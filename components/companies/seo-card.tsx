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
  const item = (label: string, field: keyof CompanyProfile["seo"]) => ({
    label,
    value: known(seo[field], whole),
    tip: tip(label, `seo.${field}`),
  });
  return (
    <Card title="SEO">
      <FigureList
        items={[
          item("Organic clicks a month", "monthlyOrganicClicks"),
          item("Paid clicks a month", "monthlyPaidClicks"),
          item("Organic value a month", "monthlyOrganicValue"),
          item("Ad spend a month", "monthlyAdsSpend"),
          item("Average organic rank", "averageOrganicRank"),
          item("Average ad rank", "averageAdRank"),
          item("Organic keywords", "totalOrganicKeywords"),
        ]}
      />
    </Card>
  );
}
