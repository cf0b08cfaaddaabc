import { Card } from "#components/ui/card.tsx";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import type { Provenance } from "#lib/fact-values.ts";
import type { VisitorProfile } from "#lib/visitors/visitor-profile.ts";
import { periodWords } from "./months.ts";
import { SourceTip } from "./source-tip.tsx";

type EducationCardProps = {
  education: VisitorProfile["education"];
  source: Provenance | undefined;
};

/** Schools; not drawn when none is known. */
export function EducationCard({ education, source }: EducationCardProps) {
  const known = education.filter((school) => school.instituteName || school.degree);
  if (known.length === 0) return null;
  return (
    <Card
      title="Education"
      actions={
        <span className="pr-4 [&_button]:opacity-100">
          <SourceTip label="Education" source={source} field="education" />
        </span>
      }
    >
      <ul className="flex flex-col gap-3">
        {known.map((school) => {
          const degree = [school.degree, school.fieldOfStudy].filter(Boolean).join(", ");
          const period = periodWords(school.startDate, school.endDate);
          return (
            <li key={`${school.instituteName} ${school.degree} ${school.startDate}`}>
              <div className="font-medium text-ink">{school.instituteName ?? degree}</div>
              {school.instituteName && degree && <div className="text-ink">{degree}</div>}
              {period && <div className="text-ink-muted text-xs leading-5">{period}</div>}
              {(school.instituteLogoUrl || school.instituteLinkedinId) && (
                <div className="flex flex-wrap gap-x-3 text-ink-muted text-xs leading-5">
                  {school.instituteLinkedinId && (
                    <span>LinkedIn id {school.instituteLinkedinId}</span>
                  )}
                  {school.instituteLogoUrl && (
                    <span>
                      Logo: <OutsideLink url={school.instituteLogoUrl} />
                    </span>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
