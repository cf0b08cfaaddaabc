import { z } from "zod";
import type { Child } from "./child.ts";
import type { trafficSchema } from "./signed-requests.ts";

const loadSchema = z.object({
  seconds: z.number(),
  answered: z.number(),
  statuses: z.record(z.string(), z.number()),
  /** Of all runs of this loader so far. */
  breakages: z.record(z.string(), z.number()),
  throughput: z.number(),
  offered: z.number(),
  p50: z.number(),
  p99: z.number(),
  max: z.number(),
  perSecond: z.array(z.number()),
});

/** What the loader saw. Throughput and latencies are those of answers 204 alone. */
export type Load = z.output<typeof loadSchema>;

export interface LoadPlan {
  port: number;
  secret: string;
  traffic: z.input<typeof trafficSchema>;
  connections: number;
  seconds: number;
  atMost: number;
  rate?: number;
  signAhead?: boolean;
  ackedFile?: string;
}

/** Has a loader process send, and resolves with what it saw. */
export async function runLoad(loader: Child, plan: LoadPlan): Promise<Load> {
  return loadSchema.parse(await loader.ask("load", plan));
}

/** What "everything it takes" means: so many connections, none of which ever waits, and bodies of so many bytes. */
export const SATURATION = { connections: 64, bytes: 8192 } as const;

/** Has a loader process ask of a server everything it takes; `run` tells the ids of runs apart. */
export function saturate(
  loader: Child,
  server: Child,
  secret: string,
  { run, seconds, kind = "fixed" }: { run: string; seconds: number; kind?: "fixed" | "simulated" },
): Promise<Load> {
  const { connections, bytes } = SATURATION;
  return runLoad(loader, {
    port: portOf(server),
    secret,
    traffic: { kind, run, bytes },
    ...{ connections, seconds, atMost: seconds * 14_000 },
  });
}

/** The port that a server process said it listens on. */
export function portOf(server: Child): number {
  return z.object({ port: z.number().min(1) }).parse(server.hello).port;
}
