"use client";

import type { Column } from "#components/table/column.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { formatDuration, formatNumber } from "#lib/format.ts";
import type { VisitorRow } from "#lib/visitors/visitor-row.ts";
import { CellLines } from "./cell-lines.tsx";
import { Owner, Status, Tags } from "./lead-cells.tsx";
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
      size: 192,
      sortKey: "name",
      hideable: false,
      title: (row) => row.jobTitle,
      cell: (row) => <Person row={row} />,
    },
    {
      id: "company",
      header: "Company",
      size: 144,
      wideOnly: true,
      cell: (row) => <Company base={base} row={row} />,
    },
    {
      id: "score",
      header: "Score",
      size: 68,
      wideOnly: true,
      align: "right",
      sortKey: "score",
      sortDescending: true,
      cell: (row) => (
        <span className={row.score === 0 ? "text-ink-faint" : "font-medium"}>
          {formatNumber(row.score)}
        </span>
      ),
    },
    {
      id: "lastSeenAt",
      header: "Last seen",
      size: 104,
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
      id: "email",
      header: "E-mail",
      size: 180,
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
      size: 152,
      wideOnly: true,
      title: (row) => row.campaign,
      cell: (row) => <CellLines first={touchWords(row)} second={row.campaign} />,
    },
    {
      id: "pageviews",
      header: "Pages",
      size: 76,
      wideOnly: true,
      align: "right",
      sortKey: "pageviews",
      sortDescending: true,
      cell: (row) => (
        <CellLines
          first={formatNumber(row.pageviews)}
          second={row.engagedMs > 0 ? formatDuration(row.engagedMs, 1) : null}
        />
      ),
    },
    {
      id: "status",
      header: "Status",
      size: 104,
      wideOnly: true,
      cell: (row) => <Status status={row.status} />,
    },
    {
      id: "owner",
      header: "Owner",
      size: 96,
      wideOnly: true,
      title: (row) => row.owner?.name,
      cell: (row) => <Owner owner={row.owner} />,
    },
    {
      id: "stage",
      header: "Stage",
      size: 104,
      wideOnly: true,
      cell: (row) => <StageBadge stage={row.stage} />,
    },
    {
      id: "tags",
      header: "Tags",
      size: 144,
      wideOnly: true,
      title: (row) => row.tags.map(({ name }) => name).join(", "),
      cell: (row) => <Tags tags={row.tags} />,
    },
    {
      id: "location",
      header: "Location",
      size: 128,
      wideOnly: true,
      title: placeOf,
      cell: (row) => <Place row={row} />,
    },
  ];
}
