import { Card } from "#components/ui/card.tsx";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { CompanyProfile } from "#lib/companies/company-profile.ts";
import { countryName, formatMoney, formatNumber } from "#lib/format.ts";
import type { FactTip } from "./fact-tip.ts";
import { FigureList, known } from "./figure-list.tsx";
import { TagList } from "./tag-list.tsx";

type OverviewCardProps = { company: CompanyProfile; tip: FactTip };

/** What the company says of itself, and where it is. */
export function OverviewCard({ company, tip }: OverviewCardProps) {
  const { taxonomy, industry, description, foundedYear } = company;
  const specialties = [...company.specialties, ...taxonomy.linkedinSpecialties];
  const items = [
    {
      label: "Industry",
      value: industry,
      tip: tip("Industry", "industry", "taxonomy.linkedinIndustry"),
    },
    {
      label: "LinkedIn industry",
      value: taxonomy.linkedinIndustry === industry ? null : taxonomy.linkedinIndustry,
      tip: tip("LinkedIn industry", "taxonomy.linkedinIndustry"),
    },
    { label: "Founded", value: foundedYear, tip: tip("Founded", "foundedYear") },
    {
      label: "Employees",
      value: known(company.employeeCount, (n) => formatNumber(n)),
      tip: tip("Employees", "employeeCount"),
    },
    {
      label: "Address",
      value: addressOf(company.address),
      tip: tip("Address", "address.locality", "address.country", "address.raw"),
    },
    {
      label: "Revenue",
      value: revenueOf(company.estimatedRevenue),
      tip: tip("Revenue", "estimatedRevenue.min", "estimatedRevenue.max"),
    },
    {
      label: "As written",
      value: company.address.raw === addressOf(company.address) ? null : company.address.raw,
      tip: tip("Address as written", "address.raw"),
    },
    {
      label: "Logo",
      value: company.logoUrl && <OutsideLink url={company.logoUrl} />,
      tip: tip("Logo", "logoUrl"),
    },
    { label: "LinkedIn id", value: company.linkedinId, tip: tip("LinkedIn id", "linkedinId") },
    {
      label: "Enriched",
      value: company.enrichedAt && <RelativeTime value={company.enrichedAt} form="date" />,
      tip: tip("Enriched", "enrichedAt"),
    },
  ];
  const isEmpty = !description && specialties.length === 0 && items.every(({ value }) => !value);
  return (
    <Card title="Overview">
      {isEmpty ? (
        <p className="text-ink-muted">
          Only its name is known so far. The rest comes with the enrichment of somebody who works
          there.
        </p>
      ) : (
        <div className="flex flex-col gap-3">
          {description && (
            <p className="group/fact whitespace-pre-line text-pretty break-words text-ink">
              {description}
              {tip("Description", "description")}
            </p>
          )}
          <FigureList words items={items} />
          <TagList
            label="Specialties"
            tags={specialties}
            tip={tip("Specialties", "specialties", "taxonomy.linkedinSpecialties")}
          />
        </div>
      )}
    </Card>
  );
}

function addressOf({
  locality,
  region,
  postalCode,
  country,
  countryCode,
  raw,
}: CompanyProfile["address"]) {
  const land = countryCode ? countryName(countryCode) : country;
  const town = [postalCode, locality].filter(Boolean).join(" ");
  const parts = [town, region === locality ? null : region, land].filter(Boolean);
  return parts.join(", ") || raw;
}

function revenueOf({ min, max, currency }: CompanyProfile["estimatedRevenue"]) {
  const unit = currency && /^[A-Z]{3}$/.test(currency) ? currency : "USD";
  if (min !== null && max !== null) return `${formatMoney(min, unit)} – ${formatMoney(max, unit)}`;
  if (min !== null) return `from ${formatMoney(min, unit)}`;
  return max === null ? null : `up to ${formatMoney(max, unit)}`;
}
