import { describe, expect, test } from "vitest";
import { assignEvidence } from "#lib/identity/assign.ts";
import { type Evidence, refOf } from "#lib/identity/evidence.ts";

const L1 = "https://linkedin.com/in/one";
const L2 = "https://linkedin.com/in/two";

function evidence(eventId: string, at: number, rest: Partial<Evidence> = {}): Evidence {
  return {
    eventId,
    hash: "h",
    at,
    linkedin: null,
    emails: [],
    sid: null,
    vid: null,
    hasIdentity: false,
    ...rest,
  };
}

function ownersOf(all: Evidence[]): Record<string, string | null> {
  const { events } = assignEvidence(all);
  return Object.fromEntries(all.map((one) => [one.eventId, events.get(refOf(one)) ?? null]));
}

const mail = (email: string, type: string | null = null) => [{ email, type }];

describe("assigning evidence to visitors", () => {
  test("two LinkedIn URLs are two visitors, even with the same e-mail on the same device", () => {
    const rest = { emails: mail("a@x.example"), vid: "v", sid: "s", hasIdentity: true };
    expect(
      ownersOf([
        evidence("a", 1, { linkedin: L1, ...rest }),
        evidence("b", 2, { linkedin: L2, ...rest }),
      ]),
    ).toEqual({ a: `linkedin:${L1}`, b: `linkedin:${L2}` });
  });

  test("without a URL, the e-mail decides before session and device", () => {
    const owners = ownersOf([
      evidence("a", 1, { linkedin: L1, emails: mail("a@x.example"), sid: "s1", vid: "v1" }),
      evidence("b", 2, { linkedin: L2, emails: mail("b@x.example"), sid: "s2", vid: "v2" }),
      evidence("c", 3, { emails: mail("a@x.example"), sid: "s2", vid: "v2" }),
    ]);
    expect(owners.c).toBe(`linkedin:${L1}`);
  });

  test("a professional e-mail counts before a personal one", () => {
    const owners = ownersOf([
      evidence("a", 1, { linkedin: L1, emails: mail("work@x.example") }),
      evidence("b", 9, { linkedin: L2, emails: mail("home@x.example") }),
      evidence("c", 3, {
        emails: [...mail("home@x.example", "personal"), ...mail("work@x.example", "professional")],
      }),
    ]);
    expect(owners.c).toBe(`linkedin:${L1}`);
  });

  test("of several carriers of an e-mail the one with the latest evidence has it; ties by event id", () => {
    const carriers = (at: number) => [
      evidence("a", 5, { linkedin: L1, emails: mail("m@x.example") }),
      evidence("b", at, { linkedin: L2, emails: mail("m@x.example") }),
      evidence("c", 1, { emails: mail("m@x.example") }),
    ];
    expect(ownersOf(carriers(4)).c).toBe(`linkedin:${L1}`);
    expect(ownersOf(carriers(6)).c).toBe(`linkedin:${L2}`);
    expect(ownersOf(carriers(5)).c).toBe(`linkedin:${L2}`);
  });

  test("a browser shared by two people: each session stays with its own, the rest goes to the latest", () => {
    const all = [
      evidence("a", 1, { linkedin: L1, sid: "s1", vid: "v" }),
      evidence("a2", 2, { sid: "s1", vid: "v" }),
      evidence("b", 3, { linkedin: L2, sid: "s2", vid: "v" }),
      evidence("b2", 4, { sid: "s2", vid: "v" }),
      evidence("c", 0, { sid: "s3", vid: "v" }),
    ];
    expect(ownersOf(all)).toEqual({
      a: `linkedin:${L1}`,
      a2: `linkedin:${L1}`,
      b: `linkedin:${L2}`,
      b2: `linkedin:${L2}`,
      c: `linkedin:${L2}`,
    });
    expect(Object.fromEntries(assignEvidence(all).sessions)).toEqual({
      s1: `linkedin:${L1}`,
      s2: `linkedin:${L2}`,
      s3: `linkedin:${L2}`,
    });
  });

  test("an e-mail that a visitor gained by its session leads to it from elsewhere", () => {
    const owners = ownersOf([
      evidence("a", 1, { linkedin: L1, sid: "s1" }),
      evidence("b", 2, { emails: mail("new@x.example"), sid: "s1" }),
      evidence("c", 3, { emails: mail("new@x.example"), sid: "s9", vid: "v9" }),
    ]);
    expect(owners.c).toBe(`linkedin:${L1}`);
  });

  test("an identity known by e-mail alone is a visitor of its own", () => {
    const owners = ownersOf([
      evidence("a", 1, { emails: mail("only@x.example"), sid: "s1", vid: "v1", hasIdentity: true }),
      evidence("b", 2, { emails: mail("only@x.example"), sid: "s2", vid: "v2" }),
      evidence("c", 3, { sid: "s1", vid: "v1" }),
    ]);
    const owner = "email:only@x.example";
    expect(owners).toEqual({ a: owner, b: owner, c: owner });
  });

  test("an anonymous session waits, and so does a validation of an address nobody carries", () => {
    expect(
      ownersOf([
        evidence("a", 1, { sid: "s1", vid: "v1" }),
        evidence("b", 2, { emails: mail("who@x.example"), sid: "s2", vid: "v2" }),
      ]),
    ).toEqual({ a: null, b: null });
  });
});
