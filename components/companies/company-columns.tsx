"use client";

import type { Column } from "#components/table/column.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { CompanyRow } from "#lib/companies/company-row.ts";
import { ABSENT, countryName, formatNumber } from "#lib/format.ts";

/** The columns of the company list. */
export const COMPANY_COLUMNS: readonly Column<CompanyRow>[] = [
  {
    id: "name",
    header: "Company",
    size: 232,
    sortKey: "name",
    hideable: false,
    title: (row) => row.name,
    cell: (row) => <Name row={row} />,
  },
  {
    id: "score",
    header: "Score",
    size: 76,
    align: "right",
    sortKey: "score",
    sortDescending: true,
    wideOnly: true,
    cell: (row) => <Count value={row.score} />,
  },
  {
    id: "lastSeenAt",
    header: "Last seen",
    size: 104,
    sortKey: "lastSeenAt",
    sortDescending: true,
    cell: (row) =>
      row.lastSeenAt ? (
        <RelativeTime value={row.lastSeenAt} className="text-ink-muted" />
      ) : (
        <span
          className="text-ink-faint"
          title="Known from somebody’s career, nobody came from here"
        >
          {ABSENT}
        </span>
      ),
  },
  {
    id: "visitors",
    header: "Visitors",
    size: 88,
    align: "right",
    sortKey: "visitors",
    sortDescending: true,
    cell: (row) => <Count value={row.visitors} />,
  },
  {
    id: "sessions",
    header: "Sessions",
    size: 84,
    align: "right",
    wideOnly: true,
    cell: (row) => <Count value={row.sessions} />,
  },
  {
    id: "pageviews",
    header: "Pages",
    size: 84,
    align: "right",
    wideOnly: true,
    cell: (row) => <Count value={row.pageviews} />,
  },
  {
    id: "industry",
    header: "Industry",
    size: 184,
    wideOnly: true,
    title: (row) => row.industry,
    cell: (row) => row.industry ?? <Absent />,
  },
  {
    id: "employees",
    header: "Employees",
    size: 104,
    align: "right",
    wideOnly: true,
    cell: (row) => <Count value={row.employeeCount} />,
  },
  {
    id: "country",
    header: "Country",
    size: 144,
    wideOnly: true,
    cell: (row) => {
      if (row.countryCode) return countryName(row.countryCode);
      return row.country ?? <Absent />;
    },
  },
];

function Name({ row }: { row: CompanyRow }) {
  return (
    <span className="flex items-center gap-2.5">
      <Avatar name={row.name} shape="square" className="in-data-[density=compact]:size-5" />
      <span className="min-w-0 leading-[1.125rem]">
        <span dir="auto" className="block truncate">
          {row.name}
        </span>
        {row.domain && (
          <span className="block truncate font-normal text-ink-muted text-xs leading-4 in-data-[density=compact]:hidden">
            {row.domain}
          </span>
        )}
      </span>
    </span>
  );
}

/** Nobody is nothing to shout about: a zero is quiet. */
function Count({ value }: { value: number | null }) {
  if (value === null) return <Absent />;
  return <span className={value === 0 ? "text-ink-faint" : undefined}>{formatNumber(value)}</span>;
}

function Absent() {
  return <span className="text-ink-faint">{ABSENT}</span>;
}
