import { Avatar } from "#components/ui/avatar.tsx";
import { cn } from "#components/ui/cn.ts";
import { Link } from "#components/ui/link.tsx";
import { ABSENT, countryName } from "#lib/format.ts";
import type { VisitorRow } from "#lib/visitors/visitor-row.ts";
import { CellLines } from "./cell-lines.tsx";
import { visitorName } from "./visitor-name.ts";

/** Only the name is read aloud: the link is called by it, and the title is said with the company. */
export function Person({ row }: { row: VisitorRow }) {
  const name = visitorName(row);
  return (
    <span className="flex items-center gap-2.5 max-md:py-2">
      <Avatar name={name} className="in-data-[density=compact]:size-5" />
      <span className="min-w-0 leading-[1.125rem]">
        <span dir="auto" className="block truncate">
          {name}
        </span>
        {row.jobTitle && (
          <span aria-hidden="true" className="second-line in-data-[density=compact]:hidden">
            {row.jobTitle}
          </span>
        )}
        {row.company?.name && (
          <span
            aria-hidden="true"
            data-drawn={row.company.name}
            className="second-line after:content-[attr(data-drawn)] md:hidden"
          />
        )}
      </span>
    </span>
  );
}

export function Company({ base, row }: { base: string; row: VisitorRow }) {
  const { company, jobTitle } = row;
  if (!company?.name && !company?.domain) {
    return (
      <>
        <Aside text={jobTitle} />
        <Absent />
      </>
    );
  }
  const name = company.name ?? company.domain;
  return (
    <>
      <Aside text={jobTitle && `${jobTitle} at `} />
      <CellLines
        first={
          company.id ? (
            <Link href={`${base}/companies/${company.id}`} className="rounded-sm hover:underline">
              {name}
            </Link>
          ) : (
            name
          )
        }
        second={company.name ? company.domain : null}
      />
    </>
  );
}

export function Place({ row }: { row: VisitorRow }) {
  const country = row.countryCode ? countryName(row.countryCode) : row.country;
  if (!row.city && !country) return <Absent />;
  return row.city ? <CellLines first={row.city} second={country} /> : country;
}

/** Said, not shown. Drawn by CSS, so that each word of a row is in the page once (find, copy). */
export function Aside({ text, className }: { text: string | null; className?: string }) {
  if (!text) return null;
  return (
    <span data-drawn={text} className={cn("sr-only after:content-[attr(data-drawn)]", className)} />
  );
}

export function positionOf(row: VisitorRow): string {
  return [row.jobTitle, row.company?.name].filter(Boolean).join(" at ");
}

export function placeOf(row: VisitorRow): string | null {
  return [row.city, row.country].filter(Boolean).join(", ") || null;
}

export function Absent() {
  return <span className="text-ink-faint">{ABSENT}</span>;
}
