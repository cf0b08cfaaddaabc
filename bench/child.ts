import { type ChildProcess, fork } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** A process that the benchmark started: asked over IPC, watched by /proc, ended by its pid. */
export interface Child {
  pid: number;
  /** What it said when it was ready. */
  hello: unknown;
  ask(command: string, input?: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

const replySchema = z.object({
  n: z.number().optional(),
  hello: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.string().optional(),
});

const STOP_MS = 12_000;
const started = new Set<ChildProcess>();

// A benchmark that is interrupted leaves nothing running behind it.
process.on("exit", () => {
  for (const child of started) child.kill("SIGKILL");
});

/** Starts `bench/<name>.ts` and resolves when it says that it is ready. */
export function startChild(
  name: string,
  env: Record<string, string | undefined> = {},
  execArgv: string[] = [],
): Promise<Child> {
  const file = join(import.meta.dirname, `${name}.ts`);
  const child = fork(file, [], { env: { ...process.env, ...env }, execArgv });
  started.add(child);
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let next = 0;
  return new Promise((resolve, reject) => {
    child.on("message", (message) => {
      const { n, hello, result, error } = replySchema.parse(message);
      if (n === undefined) return resolve({ pid: child.pid ?? 0, hello, ask, stop });
      const one = waiting.get(n);
      waiting.delete(n);
      if (error !== undefined) one?.reject(new Error(`${name}: ${error}`));
      else one?.resolve(result);
    });
    child.once("exit", (code, signal) => {
      started.delete(child);
      const error = new Error(`${name} ended (${signal ?? code})`);
      reject(error);
      for (const one of waiting.values()) one.reject(error);
    });
    const ask = (command: string, input?: unknown) =>
      new Promise<unknown>((done, fail) => {
        const n = next++;
        waiting.set(n, { resolve: done, reject: fail });
        child.send({ n, command, input });
      });
    const stop = () =>
      new Promise<void>((done) => {
        if (child.exitCode !== null || child.signalCode !== null) return done();
        const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
        child.once("exit", () => {
          clearTimeout(late);
          done();
        });
        child.kill("SIGTERM");
      });
  });
}

/** Resident memory of a process in MiB; 0 when it is gone. */
export function residentMiB(pid: number): number {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return 0;
  const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(file, "utf8"));
  return found ? Number(found[1]) / 1024 : 0;
}

/** CPU seconds (user and system) that a process has used, from /proc (100 ticks a second on Linux). */
export function cpuSeconds(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const fields = readFileSync(file, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** The processes that a process has started and that still run. */
export function childPids(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8").split(" ").filter(Boolean).map(Number);
}
