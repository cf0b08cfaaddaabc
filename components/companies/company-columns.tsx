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
    sortKey: "name",
    hideable: false,
    width: "15rem",
    title: (row) => row.name,
    cell: (row) => <Name row={row} />,
  },
  {
    id: "industry",
    header: "Industry",
    width: "12rem",
    wideOnly: true,
    title: (row) => row.industry,
    cell: (row) => row.industry ?? <Absent />,
  },
  {
    id: "employees",
    header: "Employees",
    align: "right",
    wideOnly: true,
    cell: (row) => <Count value={row.employeeCount} />,
  },
  {
    id: "country",
    header: "Country",
    width: "9rem",
    wideOnly: true,
    cell: (row) => {
      if (row.countryCode) return countryName(row.countryCode);
      return row.country ?? <Absent />;
    },
  },
  {
    id: "score",
    header: "Score",
    align: "right",
    sortKey: "score",
    sortDescending: true,
    wideOnly: true,
    cell: (row) => <Count value={row.score} />,
  },
  {
    id: "visitors",
    header: "Visitors",
    align: "right",
    sortKey: "visitors",
    sortDescending: true,
    cell: (row) => <Count value={row.visitors} />,
  },
  {
    id: "sessions",
    header: "Sessions",
    align: "right",
    wideOnly: true,
    cell: (row) => <Count value={row.sessions} />,
  },
  {
    id: "pageviews",
    header: "Pages",
    align: "right",
    wideOnly: true,
    cell: (row) => <Count value={row.pageviews} />,
  },
  {
    id: "lastSeenAt",
    header: "Last seen",
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
];

function Name({ row }: { row: CompanyRow }) {
  return (
    <span className="flex items-center gap-2.5">
      <Avatar name={row.name} shape="square" />
      <span className="min-w-0 leading-[1.125rem]">
        <span className="block truncate">{row.name}</span>
        {row.domain && (
          <span className="block truncate font-normal text-ink-muted text-xs leading-4">
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
