import { Card } from "#components/ui/card.tsx";
import type { CompanyProfile } from "#lib/companies/company-profile.ts";
import { formatNumber } from "#lib/format.ts";
import type { FactTip } from "./fact-tip.ts";
import { Figure } from "./figure.tsx";
import { GrowthRow } from "./growth.tsx";
import { hasFigures } from "./has-figures.ts";
import { TrafficSources } from "./traffic-sources.tsx";

type TrafficCardProps = { traffic: CompanyProfile["webTraffic"]; tip: FactTip };

/** How many people visit the company's own website. */
export function TrafficCard({ traffic, tip }: TrafficCardProps) {
  if (!hasFigures(traffic)) return null;
  return (
    <Card
      title="Web traffic"
      actions={
        <span className="pr-4 [&_button]:opacity-100">
          {tip("Web traffic", "webTraffic.monthlyVisitors")}
        </span>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
          {traffic.monthlyVisitors !== null && (
            <Figure value={formatNumber(traffic.monthlyVisitors)} label="visitors a month" />
          )}
          <GrowthRow
            items={[
              { label: "Month", percent: traffic.momGrowthPercent },
              { label: "Quarter", percent: traffic.qoqGrowthPercent },
            ]}
          />
        </div>
        <TrafficSources
          sources={traffic.trafficSources}
          tip={tip(
            "Traffic sources",
            "webTraffic.trafficSources.searchPercent",
            "webTraffic.trafficSources.directPercent",
            "webTraffic.trafficSources.socialPercent",
            "webTraffic.trafficSources.referralPercent",
            "webTraffic.trafficSources.paidReferralPercent",
          )}
        />
      </div>
    </Card>
  );
}
