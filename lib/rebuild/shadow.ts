import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Engine, Sql } from "#lib/db/sql.ts";
import { FoyerError } from "#lib/errors.ts";
import { HUMAN_TABLES, PROJECTED_TABLES } from "./projected-tables.ts";

/** The schema that holds the tables of a rebuild while it runs. */
export const SHADOW = "foyer_rebuild";

/** Empty copies of the projected tables beside the live ones, and the right to fill them. */
export interface Shadow {
  /** Schema of the live tables, quoted. */
  live: string;
  token: string;
}

// Any fixed number: all that start a rebuild of one database meet at this advisory lock.
const LOCK = 4_839_202;
/** A rebuild that gave no sign for this long is dead and may be cleared away. */
const DEAD_AFTER_SECONDS = 60;

const nameRow = z.object({ name: z.string().nullable() });
const aliveRow = z.object({ alive: z.boolean() });

/**
 * Creates the shadow tables. They are unlogged: a crash of the server empties them, `run` included, and
 * the next step of that rebuild then stops. Throws `conflict` while another rebuild is at work.
 */
export async function openShadow(engine: Engine): Promise<Shadow> {
  const token = randomUUID();
  return engine.transaction(async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    // The embedded engine has one process, so what it finds was left by a dead one.
    if (engine.kind === "server" && (await isRunning(tx))) {
      throw new FoyerError("conflict", "Another rebuild or check is at work. Try again later.");
    }
    const [row] = await tx.query("SELECT quote_ident(current_schema()) AS name");
    const live = nameRow.parse(row).name ?? "public";
    await tx.query(`DROP SCHEMA IF EXISTS ${SHADOW} CASCADE`);
    await tx.query(`CREATE SCHEMA ${SHADOW}`);
    await tx.query(
      `CREATE UNLOGGED TABLE ${SHADOW}.run ("token" text NOT NULL, "beatAt" timestamptz NOT NULL)`,
    );
    await tx.query(`INSERT INTO ${SHADOW}.run VALUES ($1, now())`, [token]);
    await tx.query(`CREATE UNLOGGED TABLE ${SHADOW}.seen ("deliveryId" text PRIMARY KEY)`);
    for (const name of [...PROJECTED_TABLES.map((table) => table.name), ...HUMAN_TABLES]) {
      await tx.query(
        `CREATE UNLOGGED TABLE ${SHADOW}.${name} (LIKE ${live}.${name} INCLUDING ALL)`,
      );
    }
    return { live, token };
  });
}

/** True while a rebuild or a check is at work: what it has read of the ledger must not change. */
export async function isRunning(tx: Sql): Promise<boolean> {
  const [row] = await tx.query(`SELECT to_regclass('${SHADOW}.run')::text AS name`);
  if (nameRow.parse(row).name === null) return false;
  const [found] = await tx.query(
    `SELECT coalesce(bool_or("beatAt" > clock_timestamp() - make_interval(secs => $1)), false) AS alive
     FROM ${SHADOW}.run`,
    [DEAD_AFTER_SECONDS],
  );
  return aliveRow.parse(found).alive;
}

/**
 * Points the unqualified names of this transaction's statements at the shadow tables, after making
 * sure that they are still this run's. Throws `conflict` when they are not.
 */
export async function enterShadow(tx: Sql, shadow: Shadow): Promise<void> {
  const rows = await tx.query(
    `UPDATE ${SHADOW}.run SET "beatAt" = clock_timestamp() WHERE "token" = $1 RETURNING "token"`,
    [shadow.token],
  );
  if (rows.length === 0) {
    throw new FoyerError("conflict", "The rebuild was interrupted. Nothing was changed.");
  }
  await tx.query(`SET LOCAL search_path = ${SHADOW}, ${shadow.live}`);
}

/** Points this transaction's statements at the live tables again. */
export async function leaveShadow(tx: Sql, shadow: Shadow): Promise<void> {
  await tx.query(`SET LOCAL search_path = ${shadow.live}`);
}

/** Removes the shadow tables, if they are still this run's. */
export async function closeShadow(engine: Engine, shadow: Shadow): Promise<void> {
  await engine.transaction(async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    const [row] = await tx.query(`SELECT to_regclass('${SHADOW}.run')::text AS name`);
    if (nameRow.parse(row).name === null) return;
    const others = await tx.query(`SELECT 1 FROM ${SHADOW}.run WHERE "token" <> $1`, [
      shadow.token,
    ]);
    if (others.length === 0) await tx.query(`DROP SCHEMA ${SHADOW} CASCADE`);
  });
}
