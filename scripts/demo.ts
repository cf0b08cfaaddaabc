// `npm run demo`: a throwaway installation, filled through the webhook door like a real one.
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { buildIfNeeded } from "#lib/process/build.ts";

const root = join(import.meta.dirname, "..");
process.chdir(root);
const DAY_MS = 24 * 60 * 60 * 1000;
const VISITORS = Number(process.env.DEMO_VISITORS ?? 600);
const email = "admin@foyer.example";
const password = randomBytes(9).toString("base64url") + randomBytes(3).toString("hex");
const secret = `whsec_${randomBytes(32).toString("base64")}`;
const port = process.env.PORT ?? "3000";

Object.assign(process.env, {
  NODE_ENV: "production",
  PORT: port,
  DATA_DIR: "./data-demo",
  LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
  BOOTSTRAP_ADMIN_EMAIL: email,
  BOOTSTRAP_ADMIN_PASSWORD: password,
  BOOTSTRAP_WORKSPACE: "Demo",
  BOOTSTRAP_WEBHOOK_SECRET: secret,
});
delete process.env.DATABASE_URL;
buildIfNeeded(root);

const { takeFolderLock } = await import("#lib/db/folder-lock.ts");
const { mkdirSync } = await import("node:fs");
mkdirSync("data-demo", { recursive: true });
// Refuses to throw away the folder of a demo that still runs.
takeFolderLock("data-demo")();
rmSync("data-demo", { recursive: true, force: true });

const { serve } = await import("#lib/process/serve.ts");
const { planJourneys } = await import("#lib/simulator/plan.ts");
const { liveEvents } = await import("#lib/simulator/live.ts");
const { postEvents } = await import("#lib/simulator/post.ts");

await serve();
console.log(`Sign in at http://localhost:${port} as ${email} with password ${password}`);

const target = { url: `http://127.0.0.1:${port}/api/webhooks/default`, secret };
const to = Date.now();
const history = planJourneys({ seed: 7, from: to - 90 * DAY_MS, to, visitors: VISITORS });
const { sent, accepted } = await postEvents(history, { ...target, concurrency: 8 });
console.log(
  `Ninety days of history: ${accepted} of ${sent} events accepted. Live traffic follows.`,
);
const live = liveEvents({ seed: 7, perMinute: 20, visitors: VISITORS });
await postEvents(live, { ...target, concurrency: 2 });
