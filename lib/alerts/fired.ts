import { z } from "zod";
import { accountNames } from "#lib/alerts/candidate.ts";
import type { Decided, Found } from "#lib/alerts/cooldown.ts";
import { nextDigest } from "#lib/alerts/digest-time.ts";
import type { AlertRule } from "#lib/alerts/rule.ts";
import { now } from "#lib/clock.ts";
import type { Sql } from "#lib/db/sql.ts";
import { newTimeId } from "#lib/ids.ts";

const triggerRow = z.object({ trigger: z.string() });
const timesRow = z.object({ account: z.string(), at: z.date() });

/** What of `found` the rule has not decided on before, under any of the names it may have had. */
export async function withoutKnown(
  sql: Sql,
  rule: AlertRule,
  found: readonly Found[],
): Promise<Found[]> {
  if (found.length === 0) return [];
  const rows = await sql.query(
    `SELECT "trigger" FROM alert_fired
     WHERE "workspaceId" = $1 AND "ruleId" = $2 AND "trigger" = ANY($3::text[])`,
    [rule.workspaceId, rule.id, found.flatMap(({ match }) => match.keys)],
  );
  const known = new Set(rows.map((row) => triggerRow.parse(row).trigger));
  return found.filter(({ match }) => !match.keys.some((key) => known.has(key)));
}

/** When the accounts of `found` fired within the cooldown around them, for `decide`. */
export async function loadHistory(
  sql: Sql,
  rule: AlertRule,
  found: readonly Found[],
): Promise<Map<string, number[]>> {
  const times = found.map(({ match }) => match.at);
  const around = rule.cooldownMinutes * 60_000;
  const history = new Map<string, number[]>();
  if (times.length === 0 || around === 0) return history;
  const rows = await sql.query(
    `SELECT "account", "at" FROM alert_fired
     WHERE "workspaceId" = $1 AND "ruleId" = $2 AND "account" = ANY($3::text[])
       AND "state" = 'fired' AND "at" > $4 AND "at" < $5`,
    [
      rule.workspaceId,
      rule.id,
      found.flatMap(({ candidate }) => accountNames(candidate)),
      new Date(Math.min(...times) - around).toISOString(),
      new Date(Math.max(...times) + around).toISOString(),
    ],
  );
  for (const row of rows) {
    const { account, at } = timesRow.parse(row);
    history.set(account, [...(history.get(account) ?? []), at.getTime()]);
  }
  return history;
}

/** Writes decisions down, which is what makes each of them once. Returns those that were new. */
export async function recordDecided(
  sql: Sql,
  rule: AlertRule,
  decided: readonly Decided[],
): Promise<Decided[]> {
  const at = now();
  const due = nextDigest(rule, at);
  const byTrigger = new Map(decided.map((one) => [one.match.keys[0] ?? "", one]));
  const rows = [...byTrigger].map(([trigger, { match, account, state, candidate }]) => ({
    id: newTimeId("alf", at),
    trigger,
    account,
    state,
    visitorId: candidate.visitorId,
    at: new Date(match.at),
    why: match.why,
    dueAt: state === "fired" && due !== null ? new Date(due) : null,
  }));
  const written = await sql.query(
    `INSERT INTO alert_fired ("workspaceId", "ruleId", "id", "trigger", "account", "visitorId", "at",
       "firedAt", "state", "why", "dueAt")
     SELECT $1, $2, x."id", x."trigger", x."account", x."visitorId", x."at", $4::timestamptz,
       x."state", x."why", x."dueAt"
     FROM jsonb_to_recordset($3::text::jsonb) AS x("id" text, "trigger" text, "account" text,
       "visitorId" text, "at" timestamptz, "state" text, "why" jsonb, "dueAt" timestamptz)
     ON CONFLICT ("workspaceId", "ruleId", "trigger") DO NOTHING
     RETURNING "trigger"`,
    [rule.workspaceId, rule.id, JSON.stringify(rows), new Date(at).toISOString()],
  );
  return written.flatMap((row) => byTrigger.get(triggerRow.parse(row).trigger) ?? []);
}
