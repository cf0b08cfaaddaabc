import { Avatar } from "#components/ui/avatar.tsx";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import type { Provenance } from "#lib/fact-values.ts";
import type { VisitorPosition } from "#lib/visitors/visitor-profile.ts";
import { periodWords } from "./months.ts";
import { SourceTip } from "./source-tip.tsx";

type PositionsCardProps = {
  base: string;
  employments: readonly VisitorPosition[];
  experience: readonly VisitorPosition[];
  provenance: Readonly<Record<string, Provenance>>;
};

/** Where the person works, and where before. */
export function PositionsCard({ base, employments, experience, provenance }: PositionsCardProps) {
  const isEmpty = employments.length + experience.length === 0;
  return (
    <Card
      title="Employment"
      actions={
        <span className="pr-4 [&_button]:opacity-100">
          <SourceTip label="Employment" source={provenance.employments} field="employments" />
        </span>
      }
    >
      {isEmpty && <p className="text-ink-muted">Not known until the person is enriched.</p>}
      {employments.length > 0 && <List base={base} positions={employments} />}
      {experience.length > 0 && (
        <>
          <h3 className="group/fact mt-4 mb-2 font-medium text-ink-muted text-xs first:mt-0">
            Earlier
            <SourceTip
              label="Earlier positions"
              source={provenance.experience}
              field="experience"
            />
          </h3>
          <List base={base} positions={experience} />
        </>
      )}
    </Card>
  );
}

function List({ base, positions }: { base: string; positions: readonly VisitorPosition[] }) {
  return (
    <ul className="flex flex-col gap-3.5">
      {positions.map((position) => (
        <li key={`${position.title} ${position.company.name} ${position.startDate}`}>
          <Position base={base} position={position} />
        </li>
      ))}
    </ul>
  );
}

function Position({ base, position }: { base: string; position: VisitorPosition }) {
  const { title, company, location, description, startDate, endDate } = position;
  const facts = [periodWords(startDate, endDate), location].filter(Boolean).join(" · ");
  return (
    <div className="flex gap-3">
      <Avatar name={company.name} shape="square" className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <div className="break-words font-medium text-ink">{title}</div>
        {company.id ? (
          <Link
            href={`${base}/companies/${company.id}`}
            className="rounded-sm text-ink hover:underline"
          >
            {company.name}
          </Link>
        ) : (
          <span className="text-ink">{company.name}</span>
        )}
        {facts && <div className="text-ink-muted text-xs leading-5">{facts}</div>}
        {description && (
          <p className="mt-1 line-clamp-4 text-ink-muted text-xs leading-5" title={description}>
            {description}
          </p>
        )}
      </div>
    </div>
  );
}
