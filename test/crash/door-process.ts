// A whole Foyer without its pages, in a process of its own that tests may kill: opens the database by
// the configuration, migrates, bootstraps, projects, and serves the webhook door on DOOR_PORT.
import { createServer } from "node:http";
import { adoptDatabase } from "#lib/db/client.ts";
import { openEmbedded } from "#lib/db/embedded.ts";
import { openServer } from "#lib/db/server.ts";
import { env } from "#lib/env.ts";
import { handleWebhook, webhookPath } from "#lib/inbox/node-door.ts";
import { startFoyer } from "#lib/process/start-foyer.ts";
import { arm, FAULT_POINTS } from "./fault.ts";

const { DATABASE_URL, DATA_DIR } = env();
const { DOOR_PORT, FAULT, FAULT_AT } = process.env;
const engine = DATABASE_URL ? openServer(DATABASE_URL) : await openEmbedded(DATA_DIR);
const point = FAULT_POINTS.find((one) => one === FAULT);
adoptDatabase(point ? arm(engine, point, Number(FAULT_AT)) : engine);
await startFoyer();

const server = createServer((request, response) => {
  const endpointId = webhookPath(request.url);
  if (endpointId === null) response.writeHead(404).end();
  else void handleWebhook(endpointId, request, response);
});
server.listen(Number(DOOR_PORT), "127.0.0.1", () => console.log("ready"));
// Its parent holds the other end: no parent, no process.
process.stdin.on("end", () => process.exit(0)).resume();
