import { monitorEventLoopDelay } from "node:perf_hooks";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sql } from "#lib/db/client.ts";
import { drainAll } from "#test/workspace.ts";
import { NODE } from "./doors.ts";
import { type FuzzCase, fuzzCase } from "./fuzz-cases.ts";
import { type Mailbox, openMailbox, signed, withDoors } from "./harness.ts";

withDoors();

// The long form: FOYER_FUZZ_RUNS=10000 and any FOYER_FUZZ_SEED.
const RUNS = Number(process.env.FOYER_FUZZ_RUNS ?? 1500);
const SEED = Number(process.env.FOYER_FUZZ_SEED ?? 20_261_103);
const AT_ONCE = 32;
const STALL_MS = 200;

/** Whether the door has to take it for JSON, judged without the door's own parser. */
function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
}

/** Sends one case; what was wrong with the answer, or null. */
async function tryCase(
  { endpointId, secret }: Mailbox,
  { isSigned, body, headers }: FuzzCase,
  id: string,
): Promise<string | null> {
  const good = signed(secret, { id, body });
  const unsigned = { ...good, "webhook-signature": `v1,${"A".repeat(43)}=`, ...headers };
  const sent = { path: endpointId, headers: isSigned ? good : unsigned, body };
  const { status } = await NODE.send(sent);
  const expected = isSigned ? [isJson(body) ? 204 : 400] : [400, 401, 415];
  if (expected.includes(status)) return null;
  return `${status} for ${JSON.stringify(headers)} ${body.subarray(0, 300).toString("latin1")}`;
}

/**
 * Watches for times in which this thread computed without letting anything else run. The clock alone
 * would blame the door for a busy machine, so what counts is the thread's own processor time.
 */
function watchStalls(): () => number {
  let longest = 0;
  let before = process.threadCpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    longest = Math.max(longest, (user + system) / 1000);
    before = process.threadCpuUsage();
  }, 1);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

test(`node door: ${RUNS} fuzzed deliveries (seed ${SEED}): no failure, no stall, nothing lost`, {
  timeout: 60_000 + RUNS * 60,
}, async () => {
  const mailbox = await openMailbox();
  // Drawn in advance: it is the door that is watched, not the generator.
  const cases = fc.sample(fuzzCase, { numRuns: RUNS, seed: SEED });
  const wrong: string[] = [];
  let next = 0;
  const sender = async () => {
    for (let i = next++; i < cases.length; i = next++) {
      const one = cases[i];
      const problem = one && (await tryCase(mailbox, one, `msg_${i}`));
      if (problem) wrong.push(`case ${i}: ${problem}`);
    }
  };
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const longestStall = watchStalls();
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  const stall = longestStall();
  delay.disable();
  expect(wrong.slice(0, 5)).toEqual([]);
  const waited = Math.round(delay.max / 1e6);
  expect(stall, `computing; the loop waited ${waited} ms at most`).toBeLessThan(STALL_MS);

  const due = cases.flatMap(({ isSigned, body }, i) => (isSigned && isJson(body) ? [i] : []));
  const stored = await sql().query('SELECT "webhookId" FROM delivery');
  const ids = new Set(stored.map(({ webhookId }) => webhookId));
  expect(due.filter((i) => !ids.has(`msg_${i}`))).toEqual([]);
  expect(ids.size).toBe(due.length);

  await drainAll();
  const left = await sql().query(
    `SELECT "state", "detail", "webhookId" FROM delivery
       WHERE "state" NOT IN ('projected', 'duplicate', 'ignored', 'quarantined')`,
  );
  expect(left).toEqual([]);
});
