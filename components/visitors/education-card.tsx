import { Card } from "#components/ui/card.tsx";
import type { VisitorProfile } from "#lib/visitors/visitor-profile.ts";
import { periodWords } from "./months.ts";

/** Schools; not drawn when none is known. */
export function EducationCard({ education }: { education: VisitorProfile["education"] }) {
  const known = education.filter((school) => school.instituteName || school.degree);
  if (known.length === 0) return null;
  return (
    <Card title="Education">
      <ul className="flex flex-col gap-3">
        {known.map((school) => {
          const degree = [school.degree, school.fieldOfStudy].filter(Boolean).join(", ");
          const period = periodWords(school.startDate, school.endDate);
          return (
            <li key={`${school.instituteName} ${school.degree} ${school.startDate}`}>
              <div className="font-medium text-ink">{school.instituteName ?? degree}</div>
              {school.instituteName && degree && <div className="text-ink">{degree}</div>}
              {period && <div className="text-ink-muted text-xs leading-5">{period}</div>}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
