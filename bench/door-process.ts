// Foyer's webhook door alone: what lib/process/serve.ts serves at /api/webhooks, without Next behind it.
import { createServer } from "node:http";
import { closeDatabase, sql } from "#lib/db/client.ts";
import { handleWebhook, webhookPath } from "#lib/inbox/node-door.ts";
import { stopWorker } from "#lib/inbox/worker.ts";
import { startFoyer } from "#lib/process/start-foyer.ts";
import { serveCommands } from "./commands.ts";

const SLOW_SENDER_MS = 10_000;

await startFoyer();
const server = createServer((request, response) => {
  const endpointId = webhookPath(request.url);
  if (endpointId === null) {
    response.writeHead(404).end();
    return;
  }
  handleWebhook(endpointId, request, response).catch((error: unknown) => {
    console.error(error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});
server.headersTimeout = SLOW_SENDER_MS;
server.requestTimeout = SLOW_SENDER_MS;
server.listen(Number(process.env.BENCH_PORT ?? 0), "127.0.0.1", 4096, () => {
  const address = server.address();
  serveCommands({ port: typeof address === "object" ? address?.port : 0 }, { pending });
});

async function pending(): Promise<number> {
  const [row] = await sql().query("SELECT count(*)::int AS pending FROM delivery_queue");
  return Number(row?.pending);
}

process.on("SIGTERM", async () => {
  server.close();
  server.closeAllConnections();
  await stopWorker();
  await closeDatabase();
  process.exit(0);
});
