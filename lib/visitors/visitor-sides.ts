import { Prisma } from "#lib/db/generated/client.ts";
import type { VisitorFilters } from "#lib/visitors/search-params.ts";

const { sql } = Prisma;

const NAMES = ["owner", "status", "tag", "session"] as const;

/** A table beside the visitors, aliased `x`, that says which of them a filter lets through. */
export interface VisitorSide {
  name: (typeof NAMES)[number];
  table: Prisma.Sql;
  where: Prisma.Sql;
}

/**
 * How a side is asked, by how many rows of it fit. `few`: their visitors are looked up by id, and sorted. `some`: they
 * are held in memory while the visitors are read in their order. `many`: each visitor read is looked up in the side,
 * unless the planner knows better; `probed`: whatever it knows.
 */
type SideForm = "few" | "some" | "many" | "probed";

/** The form of a side, and how many of its rows fit. */
interface SideWay {
  form: SideForm;
  rows: number;
}

export type SideWays = Partial<Record<VisitorSide["name"], SideWay>>;

// Measured over a million visitors (bench/README.md): below each bound, its form is the quicker one at its worst.
const FEW = 3_000;
const SOME = 100_000;

/** The sides that these filters ask for. What a filter does without (nobody's, untouched) is not among them. */
export function sidesOf(filters: VisitorFilters, tagIds: readonly string[] = []): VisitorSide[] {
  const { owner, status } = filters;
  const sides: VisitorSide[] = [];
  const lead = sql`lead`;
  if (owner && owner !== "none")
    sides.push({ name: "owner", table: lead, where: sql`x."ownerId" = ${owner}` });
  if (status && status !== "new")
    sides.push({ name: "status", table: lead, where: sql`x.status = ${status}` });
  if (tagIds.length > 0) {
    const where = sql`x."tagId" IN (${Prisma.join([...tagIds])})`;
    sides.push({ name: "tag", table: sql`visitor_tag`, where });
  }
  const session = sessionSide(filters);
  return session ? [...sides, session] : sides;
}

/** What a session has to have: one and the same session all of it. */
export function sessionSide({ source, medium, campaign }: VisitorFilters): VisitorSide | null {
  const wanted = [
    ...(source ? [sql`x.source = ${source}`] : []),
    ...(medium ? [sql`x.medium = ${medium}`] : []),
    ...(campaign ? [sql`x.campaign = ${campaign}`] : []),
  ];
  if (wanted.length === 0) return null;
  const where = sql`${Prisma.join(wanted, " AND ")} AND x."visitorId" IS NOT NULL`;
  return { name: "session", table: sql`session`, where };
}

/** The way to each side, by how many of its rows the planner expects to fit. */
export function sideWaysOf(sides: readonly VisitorSide[], expected: readonly number[]): SideWays {
  const ways: SideWays = {};
  for (const [at, { name }] of sides.entries()) {
    const rows = expected[at] ?? 0;
    ways[name] = { rows, form: rows <= FEW ? "few" : rows <= SOME ? "some" : "many" };
  }
  return ways;
}

/** The rows of a side that fit, to be selected from. */
export function fromSide(workspaceId: string, { table, where }: VisitorSide): Prisma.Sql {
  return sql`FROM ${table} x WHERE x."workspaceId" = ${workspaceId} AND ${where}`;
}

/** The condition on a visitor aliased `v` that a side names it. */
export function belongsTo(workspaceId: string, side: VisitorSide, ways: SideWays = {}): Prisma.Sql {
  const ids = sql`SELECT x."visitorId" ${fromSide(workspaceId, side)}`;
  const own = sql`SELECT 1 FROM ${side.table} x
    WHERE x."workspaceId" = v."workspaceId" AND x."visitorId" = v.id AND ${side.where}`;
  switch (ways[side.name]?.form) {
    case "few":
      return sql`v.id = ANY(ARRAY(${ids}))`;
    case "some":
      // As a value, not as a condition, the planner does not turn it into a join, which would lose the order.
      return sql`(v.id IN (${ids})) IS TRUE`;
    case "probed":
      return sql`EXISTS (${own} OFFSET 0)`;
    default:
      return sql`EXISTS (${own})`;
  }
}
