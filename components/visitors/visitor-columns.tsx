"use client";

import type { Column } from "#components/table/column.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { formatDuration, formatNumber } from "#lib/format.ts";
import type { VisitorRow } from "#lib/visitors/visitor-row.ts";
import { CellLines } from "./cell-lines.tsx";
import { StageBadge } from "./stage-badge.tsx";
import { touchWords } from "./touch-words.ts";
import { ValidityLine } from "./validity-line.tsx";
import { Absent, Aside, Company, Person, Place, placeOf, positionOf } from "./visitor-cells.tsx";

/** The columns of the visitor list; `base` is the path of the workspace. */
export function visitorColumns(base: string): Column<VisitorRow>[] {
  return [
    {
      id: "name",
      header: "Person",
      sortKey: "name",
      hideable: false,
      width: "13.5rem",
      title: (row) => row.jobTitle,
      cell: (row) => <Person row={row} />,
    },
    {
      id: "company",
      header: "Company",
      width: "9.5rem",
      wideOnly: true,
      cell: (row) => <Company base={base} row={row} />,
    },
    {
      id: "email",
      header: "E-mail",
      width: "13.5rem",
      wideOnly: true,
      title: (row) => row.primaryEmail,
      cell: (row) =>
        row.primaryEmail ? (
          <CellLines first={row.primaryEmail} second={<ValidityLine validity={row.validity} />} />
        ) : (
          <Absent />
        ),
    },
    {
      id: "source",
      header: "Last touch",
      width: "10rem",
      wideOnly: true,
      title: (row) => row.campaign,
      cell: (row) => <CellLines first={touchWords(row)} second={row.campaign} />,
    },
    {
      id: "pageviews",
      header: "Pages",
      wideOnly: true,
      align: "right",
      sortKey: "pageviews",
      sortDescending: true,
      cell: (row) => (
        <CellLines
          first={formatNumber(row.pageviews)}
          second={row.engagedMs > 0 ? formatDuration(row.engagedMs) : null}
        />
      ),
    },
    {
      id: "stage",
      header: "Stage",
      wideOnly: true,
      cell: (row) => <StageBadge stage={row.stage} />,
    },
    {
      id: "lastSeenAt",
      header: "Last seen",
      sortKey: "lastSeenAt",
      sortDescending: true,
      cell: (row) => (
        <>
          <RelativeTime value={row.lastSeenAt} className="text-ink-muted" />
          {/* On a phone the columns between are left out; what matters of them stands here. */}
          <Aside text={positionOf(row)} className="md:hidden" />
          {row.primaryEmail && (
            <span className="block md:hidden">
              <ValidityLine validity={row.validity} drawn />
            </span>
          )}
        </>
      ),
    },
    {
      id: "location",
      header: "Location",
      width: "8rem",
      wideOnly: true,
      title: placeOf,
      cell: (row) => <Place row={row} />,
    },
  ];
}
