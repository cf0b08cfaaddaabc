import type { ReactNode } from "react";
import { seriesColor } from "#components/charts/palette.ts";
import type { CompanyProfile } from "#lib/companies/company-profile.ts";
import { formatPercent } from "#lib/format.ts";

type Sources = CompanyProfile["webTraffic"]["trafficSources"];

const NAMES: readonly [key: keyof Sources, label: string][] = [
  ["searchPercent", "Search"],
  ["directPercent", "Direct"],
  ["socialPercent", "Social"],
  ["referralPercent", "Referral"],
  ["paidReferralPercent", "Paid referral"],
];

/** Where the traffic of a website comes from, in the percentages as they were received. */
export function TrafficSources({ sources, tip }: { sources: Sources; tip: ReactNode }) {
  const parts = NAMES.flatMap(([key, label], index) => {
    const percent = sources[key];
    return percent === null ? [] : [{ key, label, percent, color: seriesColor(index) }];
  });
  if (parts.length === 0) return null;
  return (
    <div>
      <h3 className="group/fact mb-2 font-medium text-ink-muted text-xs">
        Traffic sources
        {tip}
      </h3>
      <div aria-hidden="true" className="flex h-2.5 gap-0.5 overflow-hidden rounded-full bg-hover">
        {parts.map(({ key, percent, color }) => (
          <div key={key} style={{ width: `${percent}%`, minWidth: 2, backgroundColor: color }} />
        ))}
      </div>
      <dl className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-6 gap-y-1.5">
        {parts.map(({ key, label, percent, color }) => (
          <div key={key} className="flex items-center gap-2">
            <span
              aria-hidden="true"
              style={{ backgroundColor: color }}
              className="size-2 shrink-0 rounded-[2px]"
            />
            <dt className="min-w-0 flex-1 truncate text-ink-muted">{label}</dt>
            <dd className="font-medium text-ink">{formatPercent(percent / 100)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
