import type { ReactNode } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { CompanyPerson } from "#lib/companies/list-company-people.ts";
import { formatNumber } from "#lib/format.ts";
import type { VisitorRow } from "#lib/visitors/visitor-row.ts";

type PeopleCardProps = {
  base: string;
  /** Those who work there now, the latest visit first. */
  seen: readonly VisitorRow[];
  /** Those who worked there before, or whose position there is one of several. */
  linked: readonly CompanyPerson[];
  /** Leads to the rest of `seen`; null when these are all. */
  moreHref: string | null;
};

/** The people behind a company: who came from there, and whose career led through it. */
export function PeopleCard({ base, seen, linked, moreHref }: PeopleCardProps) {
  return (
    <Card
      title="People"
      padded={false}
      footer={
        moreHref && (
          <Link href={moreHref} className="rounded-sm font-medium text-accent-text hover:underline">
            All visitors of this company
          </Link>
        )
      }
    >
      {seen.length === 0 && linked.length === 0 && (
        <p className="px-4 pb-4 text-ink-muted">Nobody is known from here yet.</p>
      )}
      {seen.length > 0 && (
        <List label="Seen on your website">
          {seen.map((visitor) => (
            <Person
              key={visitor.id}
              href={`${base}/visitors/${visitor.id}`}
              name={visitor.fullName ?? visitor.primaryEmail}
              detail={visitor.jobTitle}
              count={pagesOf(visitor)}
              at={visitor.lastSeenAt}
            />
          ))}
        </List>
      )}
      {linked.length > 0 && (
        <List label="Linked by employment">
          {linked.map((person) => (
            <Person
              key={`${person.visitorId} ${person.title} ${person.startDate}`}
              href={`${base}/visitors/${person.visitorId}`}
              name={person.fullName}
              detail={[person.title, person.isCurrent ? null : spanOf(person)]
                .filter(Boolean)
                .join(" · ")}
              at={person.lastSeenAt}
            />
          ))}
        </List>
      )}
    </Card>
  );
}

function List({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="border-line border-y bg-sunken px-4 py-1.5 font-medium text-ink-muted text-xs">
        {label}
      </h3>
      <ul className="divide-y divide-line">{children}</ul>
    </section>
  );
}

type PersonProps = {
  href: string;
  name: string | null;
  detail: string | null;
  count?: string | null;
  at: string;
};

function Person({ href, name, detail, count, at }: PersonProps) {
  return (
    <li className="relative flex items-center gap-3 px-4 py-2 hover:bg-hover">
      <Avatar name={name} />
      <div className="min-w-0 flex-1 leading-[1.125rem]">
        <Link
          href={href}
          className="block truncate rounded-sm font-medium text-ink after:absolute after:inset-0"
        >
          {name ?? "Unnamed visitor"}
        </Link>
        {detail && <div className="truncate text-ink-muted text-xs leading-4">{detail}</div>}
      </div>
      <div className="shrink-0 text-right text-ink-muted text-xs leading-4">
        <RelativeTime value={at} className="relative" />
        {count && <div>{count}</div>}
      </div>
    </li>
  );
}

/** Pages are known once a session has ended. */
function pagesOf({ pageviews }: VisitorRow): string | null {
  if (pageviews === 0) return null;
  return `${formatNumber(pageviews)} ${pageviews === 1 ? "page" : "pages"}`;
}

function spanOf({ startDate, endDate }: CompanyPerson): string {
  const years = [startDate, endDate].map((month) => month?.slice(0, 4)).filter(Boolean);
  return [...new Set(years)].join("–") || "formerly";
}
