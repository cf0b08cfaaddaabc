import { GrowthChart } from "#components/charts/growth-chart.tsx";
import { Card } from "#components/ui/card.tsx";
import type { CompanyProfile } from "#lib/companies/company-profile.ts";
import { formatNumber } from "#lib/format.ts";
import type { FactTip } from "./fact-tip.ts";
import { Figure } from "./figure.tsx";
import { GrowthRow } from "./growth.tsx";
import { hasFigures } from "./has-figures.ts";
import { trendOf } from "./headcount-trend.ts";

type FollowersCardProps = { followers: CompanyProfile["linkedinFollowers"]; tip: FactTip };

/** Who follows the company, and how that has changed. */
export function FollowersCard({ followers, tip }: FollowersCardProps) {
  if (!hasFigures(followers)) return null;
  const points = trendOf(followers.count, {
    qoq: followers.qoqGrowthPercent,
    yoy: followers.yoyGrowthPercent,
  });
  return (
    <Card
      title="Followers"
      actions={
        <span className="pr-4 [&_button]:opacity-100">
          {tip("Followers", "linkedinFollowers.count")}
        </span>
      }
    >
      <div className="flex flex-col gap-3">
        {followers.count !== null && (
          <Figure value={formatNumber(followers.count)} label="on LinkedIn" />
        )}
        <GrowthRow
          items={[
            { label: "Month", percent: followers.momGrowthPercent },
            { label: "Quarter", percent: followers.qoqGrowthPercent },
            { label: "Year", percent: followers.yoyGrowthPercent },
          ]}
        />
        {points.length > 0 && (
          <GrowthChart
            title="Past year"
            description="By months back, computed from the growth rates"
            level={3}
            name="Followers"
            points={points}
            height={130}
          />
        )}
      </div>
    </Card>
  );
}
