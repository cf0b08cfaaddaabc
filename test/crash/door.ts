import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { freePort } from "#test/free-port.ts";
import type { FaultPoint } from "./fault.ts";

/** The secret that the door's endpoint `default` is bootstrapped with. */
export const SECRET = `whsec_${Buffer.alloc(32, 5).toString("base64")}`;

/** Keys and first user of the installations under test: they open nothing else. */
export const INSTALLATION = {
  AUTH_SECRET: "crash-test-0123456789abcdef0123456789abcdef",
  ENCRYPTION_KEYS: `c1:${Buffer.alloc(32, 9).toString("base64")}`,
  BOOTSTRAP_ADMIN_EMAIL: "admin@foyer.example",
  BOOTSTRAP_ADMIN_PASSWORD: "crash-test-password",
  BOOTSTRAP_WEBHOOK_SECRET: SECRET,
};

/** An installation that a test starts, kills and starts again, always at one URL. */
export interface Door {
  url: string;
  /** Starts the process; resolves when it serves (or died of its fault). */
  start(fault?: { point: FaultPoint; at: number }): Promise<void>;
  /** SIGKILL, or waits for the process to die of its fault. Resolves when it is gone. */
  kill(): Promise<void>;
  waitForDeath(): Promise<void>;
  isAlive(): boolean;
}

// A new embedded database on a busy machine takes its time.
const START_MS = 120_000;
const DEATH_MS = 30_000;

/** A door on a database: `{ DATABASE_URL }` or `{ DATA_DIR }`. */
export async function makeDoor(database: Record<string, string>): Promise<Door> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  process.once("exit", () => child?.kill("SIGKILL"));
  const door: Door = {
    url: `http://127.0.0.1:${port}/api/webhooks/default`,
    async start(fault) {
      child = spawn(process.execPath, [join(import.meta.dirname, "door-process.ts")], {
        cwd: join(import.meta.dirname, "..", ".."),
        stdio: ["pipe", "pipe", "inherit"],
        env: {
          NODE_ENV: "production",
          PATH: process.env.PATH,
          LOG_LEVEL: process.env.DOOR_LOG_LEVEL ?? "silent",
          DOOR_PORT: String(port),
          ...INSTALLATION,
          ...database,
          ...(fault ? { FAULT: fault.point, FAULT_AT: String(fault.at) } : {}),
        },
      });
      await ready(child, fault !== undefined);
    },
    async kill() {
      if (door.isAlive()) child?.kill("SIGKILL");
      await door.waitForDeath();
    },
    async waitForDeath() {
      const dying = child;
      if (!dying || !door.isAlive()) return;
      await within(DEATH_MS, "the process did not die", (resolve) => dying.once("exit", resolve));
    },
    isAlive: () => child !== null && child.exitCode === null && child.signalCode === null,
  };
  return door;
}

/** Resolves when the process serves; one that is to die may do so before, if there is work for it. */
function ready(child: ChildProcess, isDoomed: boolean): Promise<void> {
  return within(START_MS, "the door did not open", (resolve, reject) => {
    child.stdout?.once("data", () => resolve());
    child.once("exit", (code, signal) => {
      if (isDoomed && signal === "SIGKILL") resolve();
      else reject(new Error(`the door ended at its start: ${code ?? signal}`));
    });
  });
}

function within(
  ms: number,
  otherwise: string,
  start: (resolve: () => void, reject: (error: Error) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(otherwise)), ms);
    const settle = () => {
      clearTimeout(timer);
      resolve();
    };
    start(settle, reject);
  });
}
