import { describe, expect, it } from "vitest";
import { makeBasicCompany, makeCompany } from "#test/fixtures/company.ts";
import type { JsonObject } from "#test/fixtures/json-object.ts";
import { makePerson } from "#test/fixtures/person.ts";
import { companiesOf } from "./company-facts.ts";
import { enrichment } from "./schema/person.ts";

const ORIGIN = { eventId: "evt_1", hash: "h", type: "identity.enriched", occurredAt: 1 } as const;
const COMPANY = makeCompany();

function read(companies: JsonObject[], person: JsonObject | null = null) {
  return companiesOf(enrichment.parse({ person, companies }), ORIGIN);
}

describe("companiesOf", () => {
  it("collects the list, the employments and the experience, each company once", () => {
    const found = read([COMPANY], makePerson(0, COMPANY));
    expect(found.map(({ key }) => key)).toEqual([
      "domain:lumenfold.example",
      "domain:formerly-0.example",
    ]);
    expect(found[0]?.facts).toMatchObject({
      name: {
        value: "Lumenfold",
        origin: { rank: 3, provider: "xK9mP", type: "identity.enriched" },
      },
      "webTraffic.trafficSources.searchPercent": { value: 45 },
      "headcount.growth.yoy": { value: 22.5 },
      "address.locality": { value: "Porto" },
      specialties: { value: ["planning", "scheduling"] },
    });
    expect(found[1]?.facts.name).toMatchObject({
      value: "Formerly 0",
      origin: { rank: 2, provider: null },
    });
  });

  it("has no fields for what describes the description, nor for absent ones", () => {
    const fields = Object.keys(read([COMPANY])[0]?.facts ?? {});
    for (const field of ["_type", "provider", "funding.investors"]) {
      expect(fields).not.toContain(field);
    }
  });

  it("lets a full description win over a basic one, in either order", () => {
    const basic = { ...makeBasicCompany(), domain: "LUMENFOLD.example", website: "https://old" };
    for (const companies of [
      [basic, { ...COMPANY, website: null }],
      [{ ...COMPANY, website: null }, basic],
    ]) {
      const found = read(companies);
      expect(found).toHaveLength(1);
      expect(found[0]?.facts.name?.value).toBe("Lumenfold");
      expect(found[0]?.facts.website).toMatchObject({ value: "https://old", origin: { rank: 2 } });
    }
  });

  it("keeps the first of two equal mentions and fills its gaps", () => {
    const [found] = read([
      { ...COMPANY, industry: "First", foundedYear: null },
      { ...COMPANY, industry: "Second", foundedYear: 1999 },
    ]);
    expect(found?.facts.industry?.value).toBe("First");
    expect(found?.facts.foundedYear?.value).toBe(1999);
  });

  it("skips what has no name at all", () => {
    expect(read([{ name: " " }])).toEqual([]);
    expect(companiesOf(null, ORIGIN)).toEqual([]);
  });
});
