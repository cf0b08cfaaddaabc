import { adoptDatabase, closeDatabase, sql } from "#lib/db/client.ts";
import { migrate } from "#lib/db/migrate.ts";
import { openServer } from "#lib/db/server.ts";
import { sha256 } from "#lib/ids.ts";
import { recordDelivery } from "#lib/inbox/ledger.ts";
import { createWorkspace } from "#lib/workspaces/create-workspace.ts";
import { simulatedEvents } from "./signed-requests.ts";

const AT_ONCE = 512;

/** Runs `work` in this process with a server database open and migrated. */
export async function withDatabase<T>(url: string, work: () => Promise<T>): Promise<T> {
  adoptDatabase(openServer(url, 4));
  try {
    await migrate(sql());
    return await work();
  } finally {
    await closeDatabase();
  }
}

/** A workspace to project into. */
export async function makeBenchWorkspace(): Promise<string> {
  const admin = { email: "bench@foyer.example", name: "Bench", password: sha256("bench") };
  return (await createWorkspace({ name: "Bench", admin })).workspaceId;
}

/** Writes simulated deliveries to the ledger past the door, but by the statement that the door uses. */
export async function fillLedger(
  workspaceId: string,
  count: number,
  { seed = 11, skip = 0 } = {},
): Promise<void> {
  let index = 0;
  let batch: Promise<unknown>[] = [];
  for (const { webhookId, payload } of simulatedEvents(seed, Math.ceil((count + skip) / 6) + 100)) {
    if (index++ < skip) continue;
    if (index > skip + count) break;
    const body = Buffer.from(JSON.stringify(payload));
    batch.push(
      recordDelivery({
        workspaceId,
        endpointId: "default",
        webhookId,
        body,
        bodyHash: sha256(body),
        receivedAt: new Date(),
        sentAt: new Date(),
        secretId: "sec_bench",
        derivation: "decoded",
        state: "pending",
        reason: null,
      }),
    );
    if (batch.length < AT_ONCE) continue;
    await Promise.all(batch);
    batch = [];
  }
  await Promise.all(batch);
  await sql().query("ANALYZE");
}
