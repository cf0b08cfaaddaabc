// The sender, in a process of its own. Sends signed requests: closed loop (each connection
// sends its next request when the last is answered) or at a rate.
import { writeFileSync } from "node:fs";
import { z } from "zod";
import { serveCommands } from "./commands.ts";
import { type Signed, signedRequests, trafficSchema } from "./signed-requests.ts";
import { percentile } from "./statistics.ts";
import { breakages, openConnection } from "./wire.ts";

const planSchema = z.object({
  port: z.number(),
  secret: z.string(),
  traffic: trafficSchema,
  connections: z.number(),
  seconds: z.number(),
  /** Requests in all; the run ends when they are used up. */
  atMost: z.number(),
  /** Signs before it starts, so that signing costs nothing meanwhile; else each when its turn comes. */
  signAhead: z.boolean().default(true),
  /** Requests per second; as fast as they are answered when left out. */
  rate: z.number().optional(),
  /** A file for the webhook ids that were answered 204, one per line: `id ms`. */
  ackedFile: z.string().optional(),
});

async function load(input: unknown) {
  const plan = planSchema.parse(input);
  const source = signedRequests(plan.traffic, plan.secret, plan.atMost);
  const ahead = plan.signAhead ? [...source] : null;
  const take = (index: number): Signed | undefined =>
    ahead ? ahead[index] : (source.next().value ?? undefined);
  const latencies: number[] = [];
  const statuses: Record<string, number> = {};
  const perSecond: number[] = [];
  const acked: string[] = [];
  let next = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + plan.seconds * 1000;

  async function work(): Promise<void> {
    const connection = openConnection(plan.port);
    while (performance.now() < endsAt) {
      const index = next++;
      const one = take(index);
      if (!one) break;
      const due = plan.rate ? startedAt + (index * 1000) / plan.rate : performance.now();
      const early = due - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      const status = await connection.send(one.request);
      const at = performance.now();
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status === 204) {
        latencies.push(at - due);
        const second = Math.floor((at - startedAt) / 1000);
        perSecond[second] = (perSecond[second] ?? 0) + 1;
        if (plan.ackedFile) acked.push(`${one.webhookId} ${Date.now()}`);
      }
    }
    connection.close();
  }
  await Promise.all(Array.from({ length: plan.connections }, work));
  const seconds = (performance.now() - startedAt) / 1000;
  if (plan.ackedFile) writeFileSync(plan.ackedFile, acked.join("\n"));
  latencies.sort((a, b) => a - b);
  const answered = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  return {
    seconds,
    answered,
    statuses,
    breakages,
    throughput: latencies.length / seconds,
    offered: answered / seconds,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    max: latencies.at(-1) ?? 0,
    perSecond: Array.from(perSecond, (count) => count ?? 0),
  };
}

serveCommands({}, { load });
