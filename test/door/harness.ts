import { randomUUID } from "node:crypto";
import { afterEach } from "vitest";
import { now, setClock } from "#lib/clock.ts";
import { db, sql } from "#lib/db/client.ts";
import { createEndpoint } from "#lib/webhooks/endpoints.ts";
import { forgetEndpoints } from "#lib/webhooks/live-endpoint.ts";
import { type Derivation, prepareSecret, signatureBytes } from "#lib/webhooks/signature.ts";
import { withTestDatabase } from "#test/database.ts";
import { makeWorkspace } from "#test/workspace.ts";
import type { Answer, Door, Fields } from "./doors.ts";
import { withNodeDoor } from "./doors.ts";

let restoreClock = () => {};

/** Gives the test file a database and the Node door; the clock is put back after each test. */
export function withDoors(): void {
  withTestDatabase();
  withNodeDoor();
  afterEach(() => {
    restoreClock();
    forgetEndpoints();
  });
}

/** Stops the clock until the end of the test. */
export function stopClock(atMs: number): void {
  restoreClock = setClock(() => atMs);
  forgetEndpoints();
}

/** An endpoint and what its sender knows. */
export interface Mailbox {
  workspaceId: string;
  endpointId: string;
  secret: string;
}

export async function openMailbox(id?: string): Promise<Mailbox> {
  const workspaceId = await makeWorkspace();
  const { endpoint, secret } = await createEndpoint(workspaceId, { name: "Website", id });
  return { workspaceId, endpointId: endpoint.id, secret };
}

export interface Letter {
  id?: string;
  /** As it stands in the header, so that it may be no number. */
  timestamp?: string;
  body?: string | Uint8Array;
  derivation?: Derivation;
}

export const newMessageId = () => `msg_${randomUUID()}`;
/** What the header says of an instant. */
export const secondsOf = (ms: number) => String(Math.floor(ms / 1000));
/** A small event that is valid JSON and of a type that nobody knows. */
export const SMALL = '{"id":"evt_small","type":"door.test"}';

/** The three headers over exactly these texts: `signDelivery` would not sign what is malformed. */
export function signed(secret: string, letter: Letter = {}): Fields {
  const { id = newMessageId(), timestamp = secondsOf(now()), body = SMALL } = letter;
  const key = prepareSecret({ id: "sender", secret }).keys[letter.derivation ?? "decoded"];
  const signature = signatureBytes(key, id, timestamp, Buffer.from(body)).toString("base64");
  return {
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${signature}`,
  };
}

/** Posts a correctly signed letter; `change` then replaces headers, or leaves out those undefined. */
export function post(
  door: Door,
  { endpointId, secret }: Pick<Mailbox, "endpointId" | "secret">,
  letter: Letter = {},
  change: Fields = {},
): Promise<Answer> {
  const headers = { ...signed(secret, letter), ...change };
  return door.send({ path: endpointId, headers, body: Buffer.from(letter.body ?? SMALL) });
}

/** What the ledger holds of a workspace, oldest first. */
export function listLedger({ workspaceId }: Mailbox) {
  return db().delivery.findMany({ where: { workspaceId }, orderBy: { id: "asc" } });
}

/** The stored bytes of the only delivery of a workspace. */
export async function storedBody({ workspaceId }: Mailbox): Promise<Buffer> {
  const bodies = await db().deliveryBody.findMany({ where: { workspaceId } });
  if (bodies.length !== 1) throw new Error(`${bodies.length} bodies are stored, not one`);
  return Buffer.from(bodies[0]?.body ?? []);
}

/** A digest of every row of every table, but for the note of when a secret was last used. */
export async function digestOfTables(): Promise<Record<string, unknown>> {
  const names = await sql().query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
  const parts = names.map(
    ({ tablename }) =>
      `SELECT '${tablename}' AS name, count(*)::int AS rows, md5(coalesce(string_agg(
         (to_jsonb(t) - 'lastUsedAt' - 'lastDerivation')::text, '' ORDER BY t::text), '')) AS hash
       FROM "${tablename}" t`,
  );
  const rows = await sql().query(parts.join(" UNION ALL "));
  return Object.fromEntries(rows.map(({ name, ...rest }) => [String(name), rest]));
}
