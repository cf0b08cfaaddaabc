import { Users } from "lucide-react";
import { Link } from "#components/ui/link.tsx";
import { useZone } from "#components/ui/viewer-zone.tsx";
import { formatDate } from "#lib/format.ts";
import type { Committee } from "#lib/worklist/committee.ts";

/** Several people of one company within seven days, with their names on hover. */
export function CommitteeBadge({ committee, href }: { committee: Committee; href: string }) {
  const zone = useZone();
  const names = committee.people.map((person) => person.name ?? "Unnamed visitor").join(", ");
  return (
    <Link
      href={href}
      title={`${names}, within seven days up to ${formatDate(committee.until, zone)}`}
      className="inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-sm bg-accent-soft px-1.5 font-medium text-accent-text text-xs hover:underline"
    >
      <Users aria-hidden="true" className="size-3" />
      Buying committee of {committee.people.length}
    </Link>
  );
}
