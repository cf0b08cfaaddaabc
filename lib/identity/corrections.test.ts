import { describe, expect, test } from "vitest";
import { assignEvidence } from "#lib/identity/assign.ts";
import { type ActiveCorrection, rulesOf } from "#lib/identity/corrections.ts";
import type { Evidence } from "#lib/identity/evidence.ts";

let count = 0;
function say(more: Partial<Evidence>): Evidence {
  count += 1;
  return {
    eventId: `e${count}`,
    hash: "h",
    at: count,
    linkedin: null,
    emails: [],
    sid: `s${count}`,
    vid: `v${count}`,
    hasIdentity: true,
    ...more,
  };
}
const mail = (email: string) => [{ email, type: "professional" }];
const merge = (fromKey: string, intoKey: string): ActiveCorrection => ({
  kind: "merge",
  fromKey,
  intoKey,
});

function ownersOf(evidence: readonly Evidence[], corrections: readonly ActiveCorrection[]) {
  const { events } = assignEvidence(evidence, rulesOf(corrections));
  return evidence.map(({ eventId }) => events.get(`${eventId}\nh`));
}

describe("merges", () => {
  test("of two LinkedIn visitors move what belongs to the first, by whatever way", () => {
    const own = say({ linkedin: "a", emails: mail("a@a.example"), sid: "shared" });
    const evidence = [own, say({ emails: mail("a@a.example") }), say({ sid: "shared" })];
    const chain = [merge("linkedin:a", "linkedin:b"), merge("linkedin:b", "linkedin:c")];
    expect(ownersOf(evidence, chain)).toEqual(Array(3).fill("linkedin:c"));
  });

  test("into a LinkedIn visitor hold against another who carries the e-mail later", () => {
    const evidence = [
      say({ emails: mail("x@x.example") }),
      say({ linkedin: "late", emails: mail("x@x.example") }),
    ];
    expect(ownersOf(evidence, [])).toEqual(["linkedin:late", "linkedin:late"]);
    const said = [merge("email:x@x.example", "linkedin:b")];
    expect(ownersOf(evidence, said)).toEqual(["linkedin:b", "linkedin:late"]);
  });

  test("of two known by e-mails make their e-mails one", () => {
    const evidence = [
      say({ emails: mail("x@x.example") }),
      say({ emails: mail("y@y.example") }),
      say({ linkedin: "l", emails: mail("x@x.example") }),
    ];
    const said = [merge("email:x@x.example", "email:y@y.example")];
    expect(ownersOf(evidence.slice(0, 2), said)).toEqual(Array(2).fill("email:y@y.example"));
    expect(ownersOf(evidence, said)).toEqual(Array(3).fill("linkedin:l"));
  });

  test("in a circle, which nothing can make, end all the same", () => {
    const rules = rulesOf([merge("email:a", "email:b"), merge("email:b", "email:a")]);
    expect(["email:a", "email:b"]).toContain(rules.canonicalKey("email:a"));
  });
});

describe("detached evidence", () => {
  test("speaks for nobody, its LinkedIn URL included, and leads nobody anywhere", () => {
    const wrong = say({ linkedin: "a", emails: mail("a@a.example"), sid: "wrong" });
    const evidence = [wrong, say({ sid: "wrong" }), say({ emails: mail("a@a.example") })];
    const said: ActiveCorrection = {
      kind: "detach",
      scope: "session",
      ref: "wrong",
      intoKey: null,
    };
    expect(ownersOf(evidence, [said])).toEqual([null, null, "email:a@a.example"]);
    expect(assignEvidence(evidence, rulesOf([said])).sessions.has("wrong")).toBe(false);
  });

  test("gives its session to who was named, also after that one got a URL", () => {
    const evidence = [say({ linkedin: "a", sid: "wrong" }), say({ emails: mail("b@b.example") })];
    const given: ActiveCorrection = {
      kind: "detach",
      scope: "session",
      ref: "wrong",
      intoKey: "email:b@b.example",
    };
    const ownerOf = (all: readonly Evidence[]) =>
      assignEvidence(all, rulesOf([given])).sessions.get("wrong");
    expect(ownerOf(evidence)).toBe("email:b@b.example");
    const url = say({ linkedin: "b", emails: mail("b@b.example") });
    expect(ownerOf([...evidence, url])).toBe("linkedin:b");
  });

  test("is told by its event before its session, by its session before its device", () => {
    const rules = rulesOf([
      { kind: "detach", scope: "device", ref: "v", intoKey: null },
      { kind: "detach", scope: "session", ref: "s", intoKey: "linkedin:b" },
      { kind: "detach", scope: "event", ref: "e", intoKey: null },
    ]);
    expect(rules.pinOf({ eventId: "e", sid: "s", vid: "v" })?.isWholeSession).toBe(false);
    expect(rules.pinOf({ eventId: "f", sid: "s", vid: "v" })?.intoKey).toBe("linkedin:b");
    expect(rules.pinOf({ eventId: "f", sid: "t", vid: "v" })?.intoKey).toBeNull();
    expect(rules.pinOf({ eventId: "f", sid: null, vid: null })).toBeNull();
  });
});
