import { Avatar } from "#components/ui/avatar.tsx";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Committee } from "#lib/worklist/committee.ts";

type CommitteeCardProps = { committee: Committee; base: string };

/** The people of a company who came within seven days of each other, the latest time it happened. */
export function CommitteeCard({ committee, base }: CommitteeCardProps) {
  return (
    <Card
      title="Buying committee"
      description={`${committee.people.length} people within seven days`}
      padded={false}
      footer={
        <span>
          <RelativeTime value={committee.from} form="exact" /> to{" "}
          <RelativeTime value={committee.until} form="exact" />
        </span>
      }
    >
      <ul className="divide-y divide-line border-line border-t">
        {committee.people.map((person) => (
          <li key={person.id} className="relative flex items-center gap-3 px-4 py-2 hover:bg-hover">
            <Avatar name={person.name} />
            <div className="min-w-0 flex-1 leading-[1.125rem]">
              <Link
                href={`${base}/visitors/${person.id}`}
                className="block truncate rounded-sm font-medium text-ink after:absolute after:inset-0"
              >
                {person.name ?? "Unnamed visitor"}
              </Link>
              {person.jobTitle && (
                <div className="truncate text-ink-muted text-xs leading-4">{person.jobTitle}</div>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
