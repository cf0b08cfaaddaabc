import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { PROJECTED_TABLES } from "#lib/rebuild/projected-tables.ts";
import { halfLifeMsOf, NO_RANK } from "#lib/scoring/score-rank.ts";
import { DEFAULT_RULES } from "#lib/scoring/score-rules.ts";
import { MARKS, rewriteSql } from "./rewrite.ts";

const HALF_LIFE_MS = halfLifeMsOf(DEFAULT_RULES.halfLifeDays);

const columnRow = z.object({ name: z.string(), type: z.string() });
type Column = z.output<typeof columnRow>;

/** The statement that copies one table; `$from` and `$to` stand for the first and last copy of a chunk. */
export interface CopyStatement {
  table: string;
  text: string;
  isChunked: boolean;
}

/** Where the templates' rows are held while the table itself fills with copies. */
export function held(table: string): string {
  return `bench."template_${table}"`;
}

/** Copies of the rows of tables that have no visitorId of their own. */
const COPIES_OF: Record<string, string> = {
  visitor: `JOIN bench.copy c ON c.template = t."id"`,
  event_email: `JOIN ${held("event")} o ON o."eventId" = t."eventId"
    AND o."hash" = t."hash" JOIN bench.copy c ON c.template = o."visitorId"`,
  // Two visitors may carry one e-mail.
  email_validation: `JOIN ${held("visitor_email")} o ON o."email" = t."email"
    JOIN bench.copy c ON c.template = o."visitorId"`,
};

/**
 * How each projected table is copied, read from the catalogue and the templates' own rows: ids of visitors
 * and companies by the maps, instants by the copy's shift, marks wherever a column has them, all else as
 * it is. A table that belongs to no visitor or company in a way known here is an error.
 */
export async function copyStatements(sql: Sql, workspaceId: string): Promise<CopyStatement[]> {
  const statements: CopyStatement[] = [];
  for (const { name } of PROJECTED_TABLES) {
    const columns = await columnsOf(sql, name);
    const marks = await marksOf(sql, name, columns);
    const has = (column: string) => columns.some((one) => one.name === column);
    const values = columns
      .map((column) => `${copiedValue(name, column, marks, workspaceId)} AS "${column.name}"`)
      .join(", ");
    const insert = `INSERT INTO "${name}" (${columns.map((column) => `"${column.name}"`).join(", ")})`;
    const isVisitors = name === "visitor" || has("visitorId");
    const copies = COPIES_OF[name] ?? `JOIN bench.copy c ON c.template = t."visitorId"`;
    const from = `FROM ${held(name)} t ${copies}`;
    if (name === "email_validation") {
      const text = `${insert} SELECT DISTINCT ON (q."email", q."result") q.* FROM (SELECT ${values} ${from}) q`;
      statements.push({ table: name, text, isChunked: false });
    } else if (name === "company" || (has("companyId") && !isVisitors)) {
      const text = `${insert} SELECT ${values} ${companiesOf(name)}`;
      statements.push({ table: name, text, isChunked: false });
    } else if (isVisitors || COPIES_OF[name]) {
      const companies = has("companyId")
        ? `LEFT JOIN bench.company_map m ON m.template = t."companyId" AND m.world = c.world`
        : "";
      const text = `${insert} SELECT ${values} ${from} ${companies} WHERE c.n BETWEEN $from AND $to`;
      statements.push({ table: name, text, isChunked: true });
    } else throw new Error(`bench/generate does not know whose rows ${name} has`);
  }
  return statements;
}

/** Companies that a template names, in the worlds where it has copies; totals from the copied visitors. */
function companiesOf(table: string): string {
  return `FROM (
      SELECT DISTINCT ON (m.id) m.* FROM bench.company_map m
      JOIN (SELECT DISTINCT x.company, y.world FROM bench.company_named x
        JOIN bench.copy y ON y.template = x.template) z ON z.company = m.template AND z.world = m.world
      ORDER BY m.id, m.world) c
    JOIN ${held(table)} t ON ${table === "company" ? `t."id"` : `t."companyId"`} = c.template
    LEFT JOIN bench.company_total n ON n.id = c.id`;
}

const TOTALS = ["visitors", "sessions", "pageviews"];

function copiedValue(
  table: string,
  column: Column,
  marks: Map<string, string[]>,
  workspaceId: string,
) {
  const { name, type } = column;
  const own = `t."${name}"`;
  if (name === "workspaceId") return `'${workspaceId}'`;
  if (name === "visitorId" || (table === "visitor" && name === "id")) return "c.id";
  if (table === "company") {
    if (name === "id") return "c.id";
    if (TOTALS.includes(name)) return `coalesce(n."${name}", 0)`;
    if (name === "lastSeenAt") return `n."lastSeenAt"`;
  } else if (name === "companyId") return table.startsWith("company") ? "c.id" : "m.id";
  const found = marks.get(name) ?? [];
  if (name === "aliasId")
    return `bench.keyed_id('v', '${workspaceId}', 'email:' || ${rewriteSql(`t."email"`, marks.get("email") ?? [])})`;
  // A rank moves with time by millionths of a half-life (lib/scoring/score-rank.ts).
  if (name === "scoreRank") {
    const moved = `${own} + round(extract(epoch FROM c.shift) * 1e9 / ${HALF_LIFE_MS})`;
    return table === "company"
      ? `coalesce(n."scoreRank", ${own})`
      : `CASE WHEN ${own} > ${NO_RANK} THEN ${moved} ELSE ${own} END`;
  }
  if (type === "timestamptz" && !table.startsWith("company")) return `${own} + c.shift`;
  if (found.length === 0) return own;
  return type === "jsonb" ? `${rewriteSql(`${own}::text`, found)}::jsonb` : rewriteSql(own, found);
}

async function columnsOf(sql: Sql, table: string): Promise<Column[]> {
  const rows = await sql.query(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [table],
  );
  return rows
    .map((row) => columnRow.parse(row))
    .map(({ name, type }) => ({ name, type: type.startsWith("timestamp") ? "timestamptz" : type }));
}

/** The marks that each text or JSON column of the templates holds. */
async function marksOf(sql: Sql, table: string, columns: Column[]) {
  const found = new Map<string, string[]>();
  const texts = columns.filter(({ type }) => type === "text" || type === "jsonb");
  const tests = texts.flatMap(({ name }, at) =>
    MARKS.map(
      ([mark], of) => `coalesce(bool_or("${name}"::text LIKE '%${mark}%'), false) AS "${at}_${of}"`,
    ),
  );
  const [row] = await sql.query(`SELECT ${tests.join(", ")} FROM ${held(table)}`);
  for (const [at, { name }] of texts.entries()) {
    found.set(
      name,
      MARKS.filter((_, of) => row?.[`${at}_${of}`] === true).map(([mark]) => mark),
    );
  }
  return found;
}
