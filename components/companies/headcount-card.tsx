import { GrowthChart } from "#components/charts/growth-chart.tsx";
import { Card } from "#components/ui/card.tsx";
import type { CompanyProfile } from "#lib/companies/company-profile.ts";
import { formatNumber } from "#lib/format.ts";
import type { FactTip } from "./fact-tip.ts";
import { Figure } from "./figure.tsx";
import { GrowthRow } from "./growth.tsx";
import { hasFigures } from "./has-figures.ts";
import { trendOf } from "./headcount-trend.ts";

type HeadcountCardProps = { headcount: CompanyProfile["headcount"]; tip: FactTip };

/** How many people work there, and how that has changed. */
export function HeadcountCard({ headcount, tip }: HeadcountCardProps) {
  if (!hasFigures(headcount)) return null;
  const { total, growth } = headcount;
  const points = trendOf(total, growth);
  return (
    <Card
      title="Headcount"
      actions={
        <span className="pr-4 [&_button]:opacity-100">{tip("Headcount", "headcount.total")}</span>
      }
    >
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        {total !== null && (
          <Figure value={formatNumber(total)} label={total === 1 ? "employee" : "employees"} />
        )}
        <GrowthRow
          items={[
            { label: "Month", percent: growth.mom },
            { label: "Quarter", percent: growth.qoq },
            { label: "Year", percent: growth.yoy },
          ]}
        />
      </div>
      {points.length > 0 && (
        <GrowthChart
          title="Past year"
          description="By months back, computed from the growth rates"
          level={3}
          name="Employees"
          points={points}
          height={150}
          className="mt-4"
        />
      )}
    </Card>
  );
}
