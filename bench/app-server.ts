import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { freePort } from "#test/free-port.ts";

const root = join(import.meta.dirname, "..");
const BOOT_MS = 240_000;

/** `npm start`'s program on a database of the benchmark. */
export interface AppServer {
  url: string;
  /** Resident memory, in MB. */
  memoryMb(): number;
  stop(): Promise<void>;
}

/** Starts the server, with a build where there is none, and waits until it is ready. */
export async function startApp(env: Record<string, string | undefined>): Promise<AppServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, startArguments(), {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...env, PORT: String(port), HOSTNAME: "127.0.0.1", APP_URL: url },
  });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  await ready(url, child);
  return {
    url,
    memoryMb: () => residentMb(child.pid ?? 0),
    async stop() {
      process.off("exit", kill);
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
    },
  };
}

/** What `npm start` calls Node with: npm itself would stand between us and the process to be watched. */
function startArguments(): string[] {
  const text = readFileSync(join(root, "package.json"), "utf8");
  const { scripts } = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(text));
  const [program, ...rest] = scripts.start.split(" ");
  if (program !== "node") throw new Error("npm start calls something else than node");
  return rest;
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + BOOT_MS;
  while (Date.now() < end && child.exitCode === null) {
    const answer = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("the server did not become ready");
}

function residentMb(pid: number): number {
  const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(found?.[1] ?? 0) / 1024;
}
