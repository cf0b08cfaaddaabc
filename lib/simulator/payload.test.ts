import { describe, expect, it } from "vitest";
import { z } from "zod";
import { payloadContract } from "./payload-contract.ts";
import { planJourneys } from "./plan.ts";

const TO = Date.UTC(2026, 10, 20);
const FROM = TO - 90 * 86_400_000;
const payloads = [...planJourneys({ seed: 3, from: FROM, to: TO, visitors: 500 })].map(
  ({ payload }) => payloadContract.parse(JSON.parse(JSON.stringify(payload))),
);

type Payload = z.output<typeof payloadContract>;

function ofType<T extends Payload["type"]>(type: T) {
  const isThat = (payload: Payload): payload is Extract<Payload, { type: T }> =>
    payload.type === type;
  return payloads.filter(isThat);
}

const finalized = ofType("identity.session.finalized");
const enriched = ofType("identity.enriched");

function share<T>(list: T[], test: (item: T) => boolean): number {
  return list.filter(test).length / list.length;
}

describe("simulated payloads", () => {
  it("follow the contract to the letter (strict schemas, 500 visitors)", () => {
    expect(payloads.length).toBeGreaterThan(2000);
  });

  it("count and order the signals of a session", () => {
    for (const { created, data } of finalized) {
      expect(data.eventCount).toBe(data.session.events.length);
      expect(data.session.landingPage).toBe(data.session.events[0]?.url);
      const times = data.session.events.map((event) => event.ts);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(data.session.createdAt).toBeLessThanOrEqual(times[0] ?? 0);
      expect(data.session.lastActivity).toBeGreaterThanOrEqual(times.at(-1) ?? 0);
      expect(data.session.endedAt).toBeGreaterThanOrEqual(data.session.lastActivity);
      expect(data.finalizedAt).toBe(created);
    }
  });

  it("have custom signals, outlinks, bounces and long visits", () => {
    const signals = finalized.flatMap(({ data }) => data.session.events);
    const kinds = new Set(signals.map((signal) => signal.signal));
    expect([...kinds].sort()).toEqual(["cta_click", "form_submit", "pageview", "video_play"]);
    expect(signals.some((signal) => signal.outlink?.includes("calendly"))).toBe(true);
    expect(share(finalized, ({ data }) => data.eventCount === 1)).toBeGreaterThan(0.1);
    expect(share(finalized, ({ data }) => data.eventCount > 8)).toBeGreaterThan(0.03);
  });

  it("bring some people on several devices, and sessions before anybody is known", () => {
    const devices = new Map<string, Set<string>>();
    for (const { data } of enriched) {
      const of = devices.get(data.query.value) ?? new Set();
      devices.set(data.query.value, of.add(data.attribution.vid));
    }
    expect(share([...devices.values()], (vids) => vids.size > 1)).toBeGreaterThan(0.02);
    expect(share(finalized, ({ data }) => data.enrichment === null)).toBeGreaterThan(0.1);
  });

  it("have resolved events without LinkedIn, and personal-only ones", () => {
    const resolved = ofType("identity.resolved").map(({ data }) => data.identity);
    const bare = resolved.filter((identity) => identity.linkedinUrl === null);
    expect(bare.length / resolved.length).toBeGreaterThan(0.05);
    expect(bare.some(({ emails }) => emails.every(({ type }) => type === "personal"))).toBe(true);
    expect(resolved.some(({ linkedinUrl }) => linkedinUrl?.startsWith("linkedin.com"))).toBe(true);
  });

  it("give every validity, mostly valid", () => {
    const results = ofType("identity.validated").flatMap(({ data }) => data.validations);
    const words = new Set(results.map(({ validity }) => validity));
    expect(words).toEqual(new Set(["valid", "invalid", "catch_all", "valid_catch_all", null]));
    expect(share(results, ({ validity }) => validity === "valid")).toBeGreaterThan(0.6);
    expect(results.some(({ error }) => error !== null)).toBe(true);
  });

  it("change the title of a few people from one enrichment to the next", () => {
    const titles = new Map<string, Set<string>>();
    for (const { data } of enriched) {
      const title = data.enrichment?.person?.employments?.[0]?.title;
      if (title)
        titles.set(data.query.value, (titles.get(data.query.value) ?? new Set()).add(title));
    }
    const changed = share([...titles.values()], (set) => set.size > 1);
    expect(changed).toBeGreaterThan(0.005);
    expect(changed).toBeLessThan(0.15);
  });

  it("leave out blocks of some companies and come from bigger ones by the enterprise campaign", () => {
    const companies = enriched.flatMap(({ data }) => data.enrichment?.companies ?? []);
    expect(share(companies, (company) => company.webTraffic === undefined)).toBeGreaterThan(0.03);
    const median = (campaign: string) => {
      const sizes = enriched
        .filter(({ data }) => data.session?.utm.campaign === campaign)
        .flatMap(({ data }) => data.enrichment?.companies[0]?.employeeCount ?? [])
        .sort((a, b) => a - b);
      return sizes[sizes.length >> 1] ?? 0;
    };
    expect(median("abm_enterprise_ops")).toBeGreaterThan(median("smb_awareness"));
  });

  it("use only reserved addresses and domains", () => {
    const reserved = z.string().regex(/@([a-z0-9]+\.example|example\.(com|net|org))$/);
    for (const { data } of ofType("identity.resolved")) {
      for (const { value } of data.identity.emails) reserved.parse(value);
    }
  });
});
