import { Prisma } from "#lib/db/generated/client.ts";
import type { CsvColumn } from "#lib/export/csv.ts";
import type { ExportSource } from "#lib/export/open-export.ts";
import { listVisitorsById } from "#lib/visitors/list-visitors.ts";
import type { VisitorListParams } from "#lib/visitors/search-params.ts";
import type { VisitorRow } from "#lib/visitors/visitor-row.ts";
import { visitorSorts } from "#lib/visitors/visitor-sort.ts";
import { visitorConditions } from "#lib/visitors/visitor-where.ts";

const { sql } = Prisma;

type Columns = readonly CsvColumn<VisitorRow>[];

/** By column of the list; the e-mail has a rule of its own. */
const CSV: Readonly<Record<string, Columns>> = {
  name: [
    { header: "Name", value: (row) => row.fullName },
    { header: "Title", value: (row) => row.jobTitle },
    { header: "LinkedIn", value: (row) => row.linkedinUrl },
  ],
  company: [
    { header: "Company", value: (row) => row.company?.name ?? null },
    { header: "Company domain", value: (row) => row.company?.domain ?? null },
  ],
  score: [{ header: "Score", value: (row) => row.score }],
  lastSeenAt: [
    { header: "Last seen", value: (row) => row.lastSeenAt },
    { header: "First seen", value: (row) => row.firstSeenAt },
  ],
  source: [
    { header: "Channel", value: (row) => row.channel },
    { header: "Source", value: (row) => row.source },
    { header: "Medium", value: (row) => row.medium },
    { header: "Campaign", value: (row) => row.campaign },
  ],
  pageviews: [
    { header: "Pages", value: (row) => row.pageviews },
    { header: "Sessions", value: (row) => row.sessions },
    { header: "Engaged seconds", value: (row) => Math.round(row.engagedMs / 1000) },
  ],
  status: [{ header: "Status", value: (row) => row.status }],
  owner: [{ header: "Owner", value: (row) => row.owner?.name ?? null }],
  stage: [{ header: "Stage", value: (row) => row.stage }],
  tags: [{ header: "Tags", value: (row) => row.tags.map(({ name }) => name).join("; ") }],
  location: [
    { header: "City", value: (row) => row.city },
    { header: "Country", value: (row) => row.country },
    { header: "Country code", value: (row) => row.countryCode },
  ],
};

const EMAIL_REST: Columns = [
  {
    header: "E-mail validity",
    value: (row) => (row.primaryEmail ? (row.validity ?? "unknown") : null),
  },
];

export interface VisitorExport {
  /** Filters and sort of the list. */
  params: Pick<VisitorListParams, "sort"> & Omit<VisitorListParams, "limit" | "cursor">;
  /** These alone, when they were chosen by hand. */
  ids: readonly string[] | null;
  columns: readonly string[];
  /** Writing to an invalid address does harm: without this it is left out, and its validity stays. */
  withInvalid: boolean;
}

/** Visitors as a CSV: the rows of a list in its order, with its columns. */
export function visitorExport(
  workspaceId: string,
  { params, ids, columns, withInvalid }: VisitorExport,
): ExportSource<VisitorRow> {
  const where = [
    ...visitorConditions(workspaceId, params),
    ...(ids ? [sql`v.id = ANY(${ids}::text[])`] : []),
  ];
  const email = { header: "E-mail", value: withInvalid ? emailOf : safeEmailOf };
  return {
    ids: sql`SELECT v.id, count(*) OVER () AS total FROM visitor v
      WHERE ${Prisma.join(where, " AND ")} ORDER BY ${visitorSorts[params.sort].order}`,
    rowsOf: (batch) => listVisitorsById(workspaceId, batch),
    columns: [
      { header: "Visitor ID", value: (row) => row.id },
      ...columns.flatMap((id) => (id === "email" ? [email, ...EMAIL_REST] : (CSV[id] ?? []))),
    ],
  };
}

function emailOf({ primaryEmail }: VisitorRow): string | null {
  return primaryEmail;
}

function safeEmailOf({ primaryEmail, validity }: VisitorRow): string | null {
  return validity === "invalid" ? null : primaryEmail;
}
