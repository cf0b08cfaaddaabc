import type { Sql } from "#lib/db/sql.ts";
import type { Person } from "#lib/privacy/person.ts";

/** Rows that are a visitor's, by the column that says so. */
const OWNED = [
  ["lead", "visitorId"],
  ["lead_change", "visitorId"],
  ["note", "visitorId"],
  ["task", "visitorId"],
  ["visitor_tag", "visitorId"],
  ["outcome", "visitorId"],
  ["work_item", "accountId"],
  ["alert_queue", "visitorId"],
  ["alert_fired", "visitorId"],
] as const;

/** Messages and work that name somebody: of no use without them. */
const NAMING = [
  ["notification", `concat_ws(' ', t."title", t."body", t."href")`],
  ["outbox", `concat_ws(' ', t."subject", t."payload"::text)`],
  ["job_file", `encode(t."content", 'escape')`],
  ["job", `concat_ws(' ', t."input"::text, t."checkpoint"::text, t."result"::text, t."error")`],
  ["report_share", `concat_ws(' ', t."name", t."params"::text)`],
  ["report_schedule", `concat_ws(' ', t."name", t."params"::text)`],
  ["report_recipient", `coalesce(t."address", '')`],
] as const;

/** What people wrote of others, in which the person may be named as well. */
const WRITTEN = [
  ["note", "body"],
  ["task", "title"],
  ["report_annotation", "text"],
] as const;

/**
 * Removes what the team and the program wrote of a person: their notes, tasks, tags, history, outcomes
 * and alerts, and messages that name them. In notes on others the name becomes “[erased]”. The audit log
 * keeps that something was done, no longer to whom. Returns how many rows went, by table.
 */
export async function eraseRecords(
  sql: Sql,
  workspaceId: string,
  person: Person,
): Promise<Record<string, number>> {
  const counts = await eraseOwnRecords(sql, workspaceId, person.ids);
  const add = (table: string, rows: readonly unknown[]) => {
    if (rows.length > 0) counts[table] = (counts[table] ?? 0) + rows.length;
  };
  const words = wordsOf(person);
  if (words.length === 0) return counts;
  const anyWord = words.join("|");
  const naming = [...person.ids, ...words].join("|");
  for (const [table, text] of NAMING) {
    add(
      table,
      await sql.query(
        `DELETE FROM ${table} t WHERE t."workspaceId" = $1 AND ${text} ~* $2 RETURNING 1`,
        [workspaceId, naming],
      ),
    );
  }
  for (const [table, column] of WRITTEN) {
    await sql.query(
      `UPDATE ${table} SET "${column}" = regexp_replace("${column}", $2, '[erased]', 'gi')
       WHERE "workspaceId" = $1 AND "${column}" ~* $2`,
      [workspaceId, anyWord],
    );
  }
  await sql.query(
    `UPDATE audit_entry t SET "target" = 'erased', "detail" = NULL
     WHERE t."workspaceId" = $1 AND concat_ws(' ', t."target", t."detail"::text) ~* $2`,
    [workspaceId, naming],
  );
  return counts;
}

/** Removes the rows that are these visitors' own. Returns how many went, by table. */
export async function eraseOwnRecords(
  sql: Sql,
  workspaceId: string,
  ids: readonly string[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [table, column] of OWNED) {
    const gone = await sql.query(
      `DELETE FROM ${table} WHERE "workspaceId" = $1 AND "${column}" = ANY($2::text[]) RETURNING 1`,
      [workspaceId, ids],
    );
    if (gone.length > 0) counts[table] = gone.length;
  }
  return counts;
}

/** Patterns of what a person is called, each not within a longer word. */
function wordsOf({ fullName, keys }: Person): string[] {
  const name = fullName?.trim();
  const texts = [
    ...keys.emails,
    ...keys.linkedins.map((url) => url.replace("https://", "")),
    // A single word may be anything.
    ...(name?.includes(" ") ? [name] : []),
  ];
  return texts.map(
    (text) =>
      `(?<![[:alnum:]._%+-])${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![[:alnum:]_-])`,
  );
}

/**
 * Takes a person out of what people corrected: merges go; what was detached stays so, from nobody. Other
 * processes know the rules by their latest version, so that grows. The caller holds the projection.
 */
export async function eraseCorrections(
  sql: Sql,
  workspaceId: string,
  ids: readonly string[],
): Promise<number> {
  const values = [workspaceId, ids];
  const gone = await sql.query(
    `DELETE FROM identity_correction WHERE "workspaceId" = $1
       AND ("intoId" = ANY($2::text[]) OR ("kind" = 'merge' AND "fromId" = ANY($2::text[]))) RETURNING 1`,
    values,
  );
  const freed = await sql.query(
    `UPDATE identity_correction SET "fromKey" = NULL, "fromId" = 'erased',
       "detail" = "detail" || '{"from": null}'
     WHERE "workspaceId" = $1 AND "fromId" = ANY($2::text[]) RETURNING 1`,
    values,
  );
  if (gone.length + freed.length === 0) return 0;
  await sql.query(
    `UPDATE identity_correction SET "version" = "version" + 1 WHERE "workspaceId" = $1 AND "version" = (
       SELECT max("version") FROM identity_correction WHERE "workspaceId" = $1)`,
    [workspaceId],
  );
  return gone.length + freed.length;
}
