import { describe, expect, it } from "vitest";
import { type EventOptions, type EventPayload, makeEvents } from "#test/fixtures/events.ts";
import type { JsonObject } from "#test/fixtures/json-object.ts";
import type { Contribution } from "./contribution.ts";
import { contributionOf } from "./read-event.ts";

function said(event: EventPayload): Contribution {
  const reading = contributionOf(event, { webhookId: "msg_1", hash: "hash" });
  if (!reading.ok) throw new Error(JSON.stringify(reading));
  return reading.contribution;
}

const values = (contribution: Contribution) =>
  Object.fromEntries(Object.entries(contribution.visitor).map(([k, fact]) => [k, fact.value]));

const LINKEDIN = "https://linkedin.com/in/noor-vanterpool-0";
const visit = (options?: EventOptions) => makeEvents(options);

describe("stages and identity", () => {
  it.each([
    ["resolved", 1, true],
    ["qualified", 2, true],
    ["enriched", 3, true],
    ["validated", 0, false],
    ["finalized", 3, true],
  ] as const)("%s proves %i", (name, stage, hasIdentity) => {
    expect(said(visit()[name])).toMatchObject({ stage, hasIdentity, sid: "sid_0", vid: "vid_0" });
  });

  it("a finalized session without a person proves nothing", () => {
    const { finalized } = visit({ linkedin: null });
    expect(said(finalized)).toMatchObject({ stage: 0, hasIdentity: false, linkedin: null });
    finalized.data.enrichment = null;
    expect(said(finalized)).toMatchObject({ stage: 0, emails: [], companies: [] });
  });

  it("an enrichment that found nobody is about whom it asked for", () => {
    const { enriched } = visit();
    enriched.data.enrichment = null;
    const contribution = said(enriched);
    expect(contribution).toMatchObject({ stage: 3, hasIdentity: true, linkedin: LINKEDIN });
    expect(contribution.visitor.linkedinUrl).toMatchObject({
      value: LINKEDIN,
      origin: { rank: 2 },
    });
    expect(said(visit({ linkedin: null }).enriched)).toMatchObject({
      stage: 3,
      hasIdentity: false,
      linkedin: null,
    });
  });

  it("without a session, place and device come from the attribution", () => {
    const { validated } = visit();
    validated.data.session = null;
    expect(said(validated)).toMatchObject({ sid: "sid_0", vid: "vid_0", session: null });
  });
});

describe("e-mails", () => {
  it("are lower-cased, counted once, and professional if ever said so", () => {
    const { resolved } = visit();
    const emails = [
      { value: "N@Home.example", type: "personal" },
      { value: "n@work.example", type: "personal" },
      { value: " N@Work.example ", type: "professional" },
      { value: "unknown", type: "professional" },
      { value: "n@school.example", type: "school" },
      { value: null, type: null },
    ];
    resolved.data.identity = { emails };
    expect(said(resolved).emails).toEqual([
      { email: "n@home.example", type: "personal" },
      { email: "n@work.example", type: "professional" },
      { email: "n@school.example", type: null },
    ]);
  });

  it("of an enrichment are the person's and the checked ones", () => {
    const { enriched } = visit({ emails: ["N@Work.example", "n@home.example"] });
    expect(said(enriched).emails).toEqual([
      { email: "n@work.example", type: null },
      { email: "n@home.example", type: null },
    ]);
  });

  it("keep validity words as they came", () => {
    const { validated } = visit();
    validated.data.validations = [
      { email: "A@b.example", validity: "invalid", provider: "p", error: null },
      { email: "a@b.example", validity: "greylisted", provider: "" },
      { email: "c@b.example", validity: null, error: { code: "timeout", message: "no answer" } },
      { email: "<string>", validity: "valid" },
    ];
    const none = { provider: null, errorCode: null, errorMessage: null };
    expect(said(validated).validations).toEqual([
      { ...none, email: "a@b.example", validity: "greylisted" },
      {
        ...none,
        email: "c@b.example",
        validity: null,
        errorCode: "timeout",
        errorMessage: "no answer",
      },
    ]);
  });
});

describe("facts about the visitor", () => {
  it("of an identity block rank above the session's", () => {
    const contribution = said(visit().resolved);
    expect(values(contribution)).toEqual({
      firstName: "Noor",
      lastName: "Vanterpool",
      statedName: "Noor Vanterpool",
      jobTitle: "Operations",
      companyName: "Lumenfold",
      linkedinUrl: LINKEDIN,
      phones: ["+351 555 0100"],
      "location.city": "Porto",
      "location.region": "Norte",
      "location.countryCode": "PT",
      timezone: "Europe/Lisbon",
    });
    expect(contribution.visitor["location.city"]).toMatchObject({
      origin: { rank: 2, provider: null },
    });
    expect(contribution.visitor.timezone).toMatchObject({
      origin: { rank: 1, type: "identity.resolved" },
    });
  });

  it("never hold private demographics", () => {
    const { resolved, qualified } = visit();
    const texts = [resolved, qualified].map((event) => JSON.stringify(said(event)));
    expect(texts.join()).not.toMatch(/isHomeowner|hasChildren|isMarried/);
  });

  it("of an enrichment carry its provider and its history", () => {
    const contribution = said(visit().enriched);
    expect(contribution.visitor.firstName).toMatchObject({
      origin: { rank: 3, provider: "xK9mP" },
    });
    expect(values(contribution)).toMatchObject({
      fullName: "Noor Vanterpool",
      linkedinUrl: LINKEDIN,
      "location.country": "Portugal",
      "location.countryCode": "PT",
      employments: [{ title: "Head of Operations", company: { key: "domain:lumenfold.example" } }],
      experience: [{ company: { key: "domain:formerly-0.example", logoUrl: null } }],
      companies: [
        { key: "domain:lumenfold.example", name: "Lumenfold", domain: "lumenfold.example" },
      ],
    });
    expect(contribution.visitor).not.toHaveProperty("email");
  });

  it("leave out what is absent", () => {
    const empty: JsonObject = { firstName: "", headline: null, skills: [], location: {} };
    const fields = Object.keys(values(said(visit({ person: empty }).finalized)));
    expect(fields).not.toEqual(expect.arrayContaining(["firstName"]));
    for (const field of ["firstName", "headline", "skills", "location.raw"]) {
      expect(fields).not.toContain(field);
    }
  });
});
