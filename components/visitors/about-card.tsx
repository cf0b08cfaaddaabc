import { Card } from "#components/ui/card.tsx";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { formatNumber } from "#lib/format.ts";
import type { VisitorProfile } from "#lib/visitors/visitor-profile.ts";
import { FactList } from "./fact-list.tsx";
import { SourceTip } from "./source-tip.tsx";
import { WordList } from "./word-list.tsx";

type AboutCardProps = {
  visitor: VisitorProfile;
  /** Phone numbers are shown to admins alone. */
  withPhones: boolean;
};

/** What the profile says of the person, fact by fact with its origin. Empty for a bare identity. */
export function AboutCard({ visitor, withPhones }: AboutCardProps) {
  const { provenance: from, skills, languages, summary } = visitor;
  const { postalCode, raw, region } = visitor.location;
  const items = [
    { label: "Headline", value: visitor.headline, source: from.headline, field: "headline" },
    {
      label: "Name",
      value: visitor.fullName,
      source: from.fullName ?? from.firstName,
      field: from.fullName ? "fullName" : "firstName",
    },
    {
      label: "Job title",
      value: visitor.jobTitle,
      source: from.employments ?? from.headline ?? from.jobTitle,
      field: from.employments ? "employments" : from.headline ? "headline" : "jobTitle",
    },
    {
      label: "Region",
      value: region,
      source: from["location.region"],
      field: "location.region",
    },
    {
      label: "Postal code",
      value: postalCode,
      source: from["location.postalCode"],
      field: "location.postalCode",
    },
    { label: "Address", value: raw, source: from["location.raw"], field: "location.raw" },
    { label: "Time zone", value: visitor.timezone, source: from.timezone, field: "timezone" },
    {
      label: "Phones",
      value: withPhones && visitor.phones.length > 0 ? visitor.phones.join(", ") : null,
      source: from.phones,
      field: "phones",
    },
    {
      label: "Connections",
      value: visitor.connections === null ? null : formatNumber(visitor.connections),
      source: from.connections,
      field: "connections",
    },
    {
      label: "Picture",
      value: visitor.profilePictureUrl && <OutsideLink url={visitor.profilePictureUrl} />,
      source: from.profilePictureUrl,
      field: "profilePictureUrl",
    },
    {
      label: "LinkedIn id",
      value: visitor.linkedinId,
      source: from.linkedinId,
      field: "linkedinId",
    },
    {
      label: "Enriched",
      value: visitor.enrichedAt && <When text={visitor.enrichedAt} />,
      source: from.enrichedAt,
      field: "enrichedAt",
    },
    { label: "Languages", value: languages.join(", "), source: from.languages, field: "languages" },
  ];
  return (
    <Card title="About">
      {summary && (
        <p className="group/fact mb-3 whitespace-pre-line text-pretty break-words text-ink">
          {summary}
          <SourceTip label="Summary" source={from.summary} field="summary" />
        </p>
      )}
      <FactList items={items} />
      {skills.length > 0 && (
        <div className="mt-4">
          <h3 className="group/fact mb-2 font-medium text-ink-muted text-xs">
            Skills
            <SourceTip label="Skills" source={from.skills} field="skills" />
          </h3>
          <WordList words={skills} />
        </div>
      )}
    </Card>
  );
}

/** A sender's time, in whatever form it came. */
function When({ text }: { text: string }) {
  return Number.isNaN(Date.parse(text)) ? text : <RelativeTime value={text} />;
}
