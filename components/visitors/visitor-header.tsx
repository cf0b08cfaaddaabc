import { ExternalLink, MapPin } from "lucide-react";
import type { ReactNode } from "react";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Link } from "#components/ui/link.tsx";
import { countryName } from "#lib/format.ts";
import type { VisitorProfile } from "#lib/visitors/visitor-profile.ts";
import { SourceTip } from "./source-tip.tsx";
import { StageBadge } from "./stage-badge.tsx";
import { visitorName } from "./visitor-name.ts";

type VisitorHeaderProps = { visitor: VisitorProfile; base: string };
type Props = VisitorHeaderProps & {
  /** What else can be done. */
  menu?: ReactNode;
};

/** Who it is, what they do and where, and the way to their profile. */
export function VisitorHeader({ visitor, base, menu }: Props) {
  const { fullName, linkedinUrl, stage } = visitor;
  const name = visitorName({ fullName, primaryEmail: visitor.emails[0]?.value ?? null });
  return (
    <PageHeader
      breadcrumbs={[{ href: `${base}/visitors`, label: "Visitors" }]}
      leading={<Avatar name={name} size="xl" className="max-sm:size-10 max-sm:text-sm" />}
      title={name}
      meta={<StageBadge stage={stage} />}
      description={<Where visitor={visitor} base={base} />}
      actions={
        <>
          {linkedinUrl && (
            <a
              href={linkedinUrl}
              target="_blank"
              rel="noopener noreferrer external"
              className={buttonClass("secondary", "md")}
            >
              LinkedIn <ExternalLink aria-label="(opens in a new tab)" role="img" />
            </a>
          )}
          {menu}
        </>
      }
    />
  );
}

function Where({ visitor, base }: VisitorHeaderProps) {
  const { company, jobTitle, location, provenance: from } = visitor;
  const worksAs = from.employments ?? from.headline ?? from.jobTitle;
  const worksAt = from.employments ? "employments" : from.companies ? "companies" : "companyName";
  const lives = from["location.city"] ? "location.city" : "location.country";
  const companyName = company?.name ?? company?.domain;
  const country = location.countryCode ? countryName(location.countryCode) : location.country;
  const place = [location.city, country].filter(Boolean).join(", ");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
      {(jobTitle || companyName) && (
        <span className="group/fact text-ink">
          {jobTitle}
          {jobTitle && companyName && <span className="text-ink-muted"> at </span>}
          {company?.id ? (
            <Link
              href={`${base}/companies/${company.id}`}
              className="rounded-sm font-medium hover:underline"
            >
              {companyName}
            </Link>
          ) : (
            companyName
          )}
          <SourceTip label="Position" source={worksAs ?? from[worksAt]} field={worksAt} />
        </span>
      )}
      {place && (
        <span className="group/fact flex items-center gap-1">
          <MapPin aria-hidden="true" className="size-3.5 text-ink-faint" />
          {place}
          <SourceTip label="Place" source={from[lives]} field={lives} />
        </span>
      )}
    </div>
  );
}
