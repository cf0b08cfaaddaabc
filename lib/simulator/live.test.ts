import { expect, it } from "vitest";
import { liveEvents } from "./live.ts";
import { payloadContract } from "./payload-contract.ts";

it("yields events of the present until it is aborted", async () => {
  const stop = new AbortController();
  const seen: number[] = [];
  for await (const event of liveEvents({ seed: 1, perMinute: 3000, signal: stop.signal })) {
    payloadContract.parse(JSON.parse(JSON.stringify(event.payload)));
    seen.push(Date.now() - event.payload.created);
    if (seen.length === 5) stop.abort();
  }
  expect(seen).toHaveLength(5);
  for (const age of seen) {
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(10_000);
  }
});

it("ends at once when it is aborted while it waits", async () => {
  const signal = AbortSignal.timeout(50);
  const before = performance.now();
  for await (const _ of liveEvents({ seed: 1, perMinute: 0.01, signal })) expect.fail();
  expect(performance.now() - before).toBeLessThan(1500);
});
