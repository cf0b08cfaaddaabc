import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { signDelivery } from "#lib/webhooks/sign.ts";
import { freePort } from "#test/free-port.ts";

export { expect };

/** A running installation of its own, with a bootstrapped workspace `acme`. */
export interface Installation {
  url: string;
  email: string;
  password: string;
  apiKey: string;
  dataDir: string;
  pid: number | undefined;
  /** Sends a signed event to endpoint `default`; resolves with the status of the answer. */
  send(payload: object, webhookId?: string): Promise<number>;
  /** GET of the HTTP API with the bootstrap key, parsed. */
  api(path: string): Promise<unknown>;
  /** Waits until everything stored is projected. */
  settle(): Promise<void>;
}

const SECRET = `whsec_${Buffer.alloc(32, 5).toString("base64")}`;
const KEY = `fy_${"e2e".repeat(12)}`;

async function until(what: string, isTrue: () => Promise<boolean>, seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (await isTrue().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} did not happen within ${seconds} s`);
}

interface Running {
  url: string;
  dataDir: string;
  pid: number | undefined;
  /** What it has printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts `npm start`'s program on a folder and port of its own. */
export async function start(env: Record<string, string>): Promise<Running> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "foyer-e2e-"));
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["bin/start.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
      APP_URL: url,
      DATA_DIR: folder,
      LOG_LEVEL: "warn",
      ...env,
    },
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const stop = async () => {
    const exited = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  await until("the server's start", async () => (await fetch(`${url}/api/health/ready`)).ok, 120);
  return { url, dataDir: folder, pid: child.pid, output: () => output, stop };
}

export const test = base.extend<{ signedIn: Page }, { foyer: Installation }>({
  foyer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the parameters.
    async ({}, use) => {
      const email = "ada@acme.example";
      const password = "a long enough password";
      const { url, dataDir, pid, stop } = await start({
        BOOTSTRAP_ADMIN_EMAIL: email,
        BOOTSTRAP_ADMIN_PASSWORD: password,
        BOOTSTRAP_WORKSPACE: "Acme",
        BOOTSTRAP_WEBHOOK_SECRET: SECRET,
        // The receivers of outgoing webhooks are the tests themselves.
        ALLOW_LOOPBACK_WEBHOOKS: "1",
        BOOTSTRAP_API_KEY: KEY,
      });
      const api = async (path: string) => {
        const answer = await fetch(`${url}${path}`, {
          headers: { authorization: `Bearer ${KEY}` },
        });
        if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
        return answer.json();
      };
      let sent = 0;
      await use({
        url,
        email,
        password,
        apiKey: KEY,
        dataDir,
        pid,
        api,
        async send(payload, webhookId = `msg_${Date.now()}_${sent++}`) {
          const body = JSON.stringify(payload);
          const timestampSeconds = Math.floor(Date.now() / 1000);
          const signed = signDelivery({ id: webhookId, timestampSeconds, body, secret: SECRET });
          const headers = { ...signed, "content-type": "application/json" };
          const answer = await fetch(`${url}/api/webhooks/default`, {
            method: "POST",
            body,
            headers,
          });
          return answer.status;
        },
        settle: () =>
          until("projection of everything", async () => {
            const ready = await (await fetch(`${url}/api/health/ready`)).json();
            return ready.checks.ledger.pending === 0;
          }),
      });
      await stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  signedIn: async ({ page, foyer }, use) => {
    await signIn(page, foyer, foyer.email, foyer.password);
    await use(page);
  },
});

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, foyer: { url: string }, email: string, password: string) {
  await page.goto(`${foyer.url}/sign-in`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/acme\//);
}

/**
 * The element once React has taken it over. The HTML is painted before the scripts have run, and what is
 * clicked, typed or pressed until then is lost: wait for this before using what only scripts can do.
 */
export async function hydrated(element: Locator): Promise<Locator> {
  const first = element.first();
  await expect
    .poll(() =>
      first.evaluate((node) => Object.keys(node).some((key) => key.startsWith("__reactProps$"))),
    )
    .toBe(true);
  return first;
}
