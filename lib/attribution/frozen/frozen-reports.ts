import { z } from "zod";
import { getAttribution } from "#lib/attribution/report.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { attributionParams } from "#lib/attribution/search-params.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { newTimeId } from "#lib/ids.ts";

const numbers = z.object({
  sessions: z.number(),
  visitors: z.number(),
  conversions: z.number(),
  credit: z.number(),
  value: z.number().nullable(),
});

const frozenReport = z.object({
  rows: z.array(numbers.extend({ key: z.string().nullable() })),
  total: numbers,
  currency: z.string().nullable(),
});

const frozenQuery = attributionParams
  .extend({ lookbackDays: z.number() })
  .required({ from: true, to: true, timezone: true });

type Numbers = z.output<typeof numbers>;

/** Keeps what a report reads now under a name, and returns its id. */
export async function freezeReport(
  workspaceId: string,
  userId: string | null,
  name: string,
  query: AttributionQuery,
): Promise<string> {
  const report = await getAttribution(workspaceId, query);
  const id = newTimeId("frz", now());
  await db().frozenReport.create({
    data: {
      ...{ workspaceId, id, name, createdById: userId },
      query: { ...query },
      report: frozenReport.parse(report),
    },
  });
  return id;
}

/** A key as it was reported and as it reads now; null where it was or is no row. */
export interface ReportDifference {
  key: string | null;
  before: Numbers | null;
  after: Numbers | null;
}

/** A frozen report held against the same question asked now; null when there is none of this id. */
export async function compareFrozen(workspaceId: string, id: string) {
  const found = await db().frozenReport.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
  });
  if (!found) return null;
  const query: AttributionQuery = frozenQuery.parse(found.query);
  const before = frozenReport.parse(found.report);
  const after = await getAttribution(workspaceId, query);
  const numbersOf = (rows: readonly ({ key: string | null } & Numbers)[]) =>
    new Map(rows.map(({ key, ...rest }) => [key, rest]));
  const [was, is] = [numbersOf(before.rows), numbersOf(after.rows)];
  const rows: ReportDifference[] = [...new Set([...was.keys(), ...is.keys()])].map((key) => ({
    key,
    before: was.get(key) ?? null,
    after: is.get(key) ?? null,
  }));
  return {
    ...{ id, name: found.name, createdAt: found.createdAt, query, rows },
    total: { before: before.total, after: after.total },
  };
}

/** The latest frozen reports. */
export async function listFrozen(workspaceId: string, take = 20) {
  return db().frozenReport.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take,
    select: { id: true, name: true, createdAt: true },
  });
}
