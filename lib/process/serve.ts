import { createServer, type IncomingMessage, type Server } from "node:http";
import next from "next";
import { clientAddress, parseTrustedProxies } from "#lib/auth/client-address.ts";
import { createSetupLink, hasAdministrator } from "#lib/auth/setup-token.ts";
import { closeDatabase } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { handleWebhook, webhookPath } from "#lib/inbox/node-door.ts";
import { stopWorker } from "#lib/inbox/worker.ts";
import { closeLive } from "#lib/live/hub.ts";
import { log } from "#lib/log.ts";
import { stopOutbox } from "#lib/outbox/run-outbox.ts";
import { stopJobRunner } from "#lib/process/run-jobs.ts";
import { cutSlowSenders } from "#lib/process/slow-senders.ts";
import { startFoyer } from "#lib/process/start-foyer.ts";

const SHUTDOWN_MS = 10_000;

/**
 * Serves the whole application on PORT: webhooks are answered here, before the framework's router, and
 * everything else is Next's. Resolves when it listens. SIGTERM and SIGINT finish what is in flight.
 */
export async function serve({ isDev = false } = {}): Promise<void> {
  const { PORT, HOSTNAME, APP_URL, FOYER_ROLE } = env();
  await startFoyer();
  const app = next({ dev: isDev, hostname: HOSTNAME, port: PORT });
  await app.prepare();
  const handleNext = app.getRequestHandler();
  const proxies = parseTrustedProxies(env().TRUSTED_PROXIES);
  // Node looks for slow senders only this often; its own default would let them stay for 40 s.
  const server = createServer({ connectionsCheckingInterval: 1_000 }, (request, response) => {
    const endpointId = webhookPath(request.url);
    const handled =
      endpointId === null
        ? handleNext(prepare(request, proxies), response)
        : handleWebhook(endpointId, request, response);
    handled.catch((error: unknown) => {
      log().error({ err: error }, "a request failed");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  cutSlowSenders(server);
  if (isDev) server.on("upgrade", app.getUpgradeHandler());
  await listen(server, PORT, HOSTNAME);
  stopOnSignal(server);
  log().info({ url: APP_URL, role: FOYER_ROLE }, "serving");
  console.log(`Foyer is ready at ${APP_URL}`);
  if (!(await hasAdministrator())) {
    console.log(`Set it up within 24 hours: ${await createSetupLink()}`);
  }
}

/**
 * Sets what pages may believe about a request: the client's address, taken from `X-Forwarded-For` only
 * as far as trusted proxies wrote it, and the path to come back to after signing in.
 */
function prepare(
  request: IncomingMessage,
  proxies: ReturnType<typeof parseTrustedProxies>,
): IncomingMessage {
  const forwarded = request.headersDistinct["x-forwarded-for"]?.join(", ");
  const { remoteAddress } = request.socket;
  request.headers["x-forwarded-for"] = clientAddress(remoteAddress, forwarded, proxies);
  request.headers["x-foyer-path"] = request.url;
  return request;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function stopOnSignal(server: Server): void {
  let isStopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (isStopping) return;
    isStopping = true;
    log().info({ signal }, "stopping");
    // What hangs is left behind: every acknowledged delivery is committed already.
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
    void (async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      closeLive();
      server.closeIdleConnections();
      await Promise.all([stopWorker(), stopJobRunner(), stopOutbox()]);
      // Those that carried a live stream, or a last answer, are idle a moment later.
      setInterval(() => server.closeIdleConnections(), 50).unref();
      setTimeout(() => server.closeAllConnections(), SHUTDOWN_MS / 2).unref();
      await closed;
      await closeDatabase();
      process.exit(0);
    })();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
