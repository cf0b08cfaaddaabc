import { describe, expect, it } from "vitest";
import { makeEvents } from "#test/fixtures/events.ts";
import type { JsonObject } from "#test/fixtures/json-object.ts";
import { contributionOf } from "./read-event.ts";

const START = Date.UTC(2026, 2, 2, 9, 14, 59);

function sessionOf(session?: JsonObject) {
  const { finalized } = makeEvents({ ...(session && { session }) });
  const reading = contributionOf(finalized, { webhookId: "msg_1", hash: "hash" });
  if (!reading.ok) throw new Error(JSON.stringify(reading));
  return reading.contribution.session;
}

describe("the session of a finalized event", () => {
  it("has dotted leaves, whole maps and the number of signals", () => {
    const session = sessionOf({ options: { plan: { tier: "pro" } }, tenant: "", fbclid: null });
    const values = Object.fromEntries(
      Object.entries(session?.facts ?? {}).map(([field, fact]) => [field, fact.value]),
    );
    expect(values).toMatchObject({
      sid: "sid_0",
      vid: "vid_0",
      pid: "mdb_pxl_fixture",
      createdAt: START,
      lastActivity: START + 240_000,
      "utm.source": "google",
      "network.asn.name": "Example Telecom",
      "network.latitude": "41.5454",
      "network.botManagement.score": 96,
      "network.botManagement.verifiedBot": false,
      "screen.width": 1920,
      options: { plan: { tier: "pro" } },
      enrichments: [{ enrichedAt: START + 12_000, enrichmentData: "enr_sid_0" }],
      events: 3,
      eventCount: 3,
      sessionEndedAt: START + 300_000,
      finalizedAt: START + 301_000,
    });
    for (const field of ["utm.content", "tenant", "fbclid", "options.plan.tier"]) {
      expect(values).not.toHaveProperty([field]);
    }
    expect(Object.values(session?.facts ?? {}).every((fact) => fact.origin.rank === 1)).toBe(true);
  });

  it("orders signals by time, then as sent", () => {
    const at = (ts: number, url: string): JsonObject => ({ signal: "pageview", url, ts });
    const events = [at(START + 9, "/c"), at(START + 5, "/a"), at(START + 5, "/b")];
    expect(sessionOf({ events })?.signals).toEqual(
      [
        ["/a", 5],
        ["/b", 5],
        ["/c", 9],
      ].map(([url, offset]) => ({
        signal: "pageview",
        at: START + Number(offset),
        url,
        title: null,
        referrer: null,
        outlink: null,
        version: null,
        props: null,
      })),
    );
  });

  it("may be empty, and may lack its optional blocks", () => {
    const session = sessionOf({ events: [], utm: null, network: null, options: null });
    expect(session?.signals).toEqual([]);
    expect(session?.facts.events?.value).toBe(0);
  });

  it("accepts coordinates as numbers", () => {
    const session = sessionOf({ network: { latitude: 41.5, longitude: "-8.4" } });
    expect(session?.facts["network.latitude"]?.value).toBe(41.5);
  });

  it("is quarantined for one wrong signal", () => {
    const { finalized } = makeEvents({ session: { events: [{ signal: "pageview", url: "/" }] } });
    expect(contributionOf(finalized, { webhookId: "msg_1", hash: "hash" })).toMatchObject({
      reason: "invalid_shape",
      issues: [{ path: "data.session.events[0].ts" }],
    });
  });
});
