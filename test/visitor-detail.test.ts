import { beforeAll, describe, expect, test } from "vitest";
import { getVisitor } from "#lib/visitors/get-visitor.ts";
import { listTimeline, timelineParams } from "#lib/visitors/list-timeline.ts";
import { timelineItem } from "#lib/visitors/timeline-item.ts";
import { visitorProfile } from "#lib/visitors/visitor-profile.ts";
import { withTestDatabase } from "#test/database.ts";
import { fact, insertRow, insertSession, insertVisitor } from "#test/fixtures/insert-rows.ts";
import { rankAtScore } from "#test/fixtures/score.ts";

withTestDatabase();

const START = "2026-01-01T10:00:00.000Z";

async function insertEmail(email: string, type: string | null, values = {}) {
  await insertRow("visitor_email", {
    workspaceId: "one",
    visitorId: "ada",
    email,
    type,
    aliasId: `alias-${email}`,
    firstAt: START,
    lastAt: START,
    ...values,
  });
}

async function insertResult(email: string, validity: string | null, at: string, values = {}) {
  await insertRow("email_validation", {
    workspaceId: "one",
    email,
    result: validity ?? "null",
    validity,
    provider: "xK9mP",
    firstAt: at,
    firstEventId: `evt-${validity}`,
    lastAt: at,
    lastEventId: `evt-${validity}`,
    lastHash: "h",
    ...values,
  });
}

async function insertPage(position: number, at: string, values = {}) {
  await insertRow("page_view", {
    workspaceId: "one",
    sid: "s1",
    position,
    visitorId: "ada",
    signal: "pageview",
    at,
    url: `https://shop.example/${position}`,
    path: `/${position}`,
    dwellMs: 5000,
    ...values,
  });
}

async function insertEvent(eventId: string, type: string, occurredAt: string, hash = "h1") {
  await insertRow("event", {
    workspaceId: "one",
    eventId,
    hash,
    deliveryId: `del-${eventId}`,
    type,
    occurredAt,
    sid: "s1",
    hasIdentity: true,
    stage: 1,
    visitorId: "ada",
  });
}

beforeAll(async () => {
  await insertVisitor("one", "ada", {
    firstName: "Ada",
    lastName: "Alder",
    fullName: "Ada Alder",
    companyId: "c1",
    companyName: "Acme",
    companyDomain: "acme.example",
    countryCode: "PT",
    firstTouchSid: "s1",
    lastTouchSid: "s2",
    scoreRank: rankAtScore(42),
    facts: {
      skills: fact(["Rowing", 7]),
      phones: fact(["+351 000"]),
      connections: fact(500),
      companyName: fact("Acme Ltd", { rank: 2, type: "identity.resolved", provider: null }),
      "location.raw": fact("Porto, Portugal"),
      education: fact([{ instituteName: "Old School", degree: 3 }]),
    },
  });
  await insertSession("one", "s1", "ada", {
    gclid: "g1",
    source: "google",
    medium: "cpc",
    isDirect: false,
    facts: { "network.country": fact("pt"), "network.botManagement.score": fact(95) },
  });
  await insertSession("one", "s2", "ada", { createdAt: "2026-01-03T10:00:00.000Z" });
  await insertRow("employment", {
    workspaceId: "one",
    visitorId: "ada",
    kind: "employment",
    position: 0,
    companyId: "c1",
    companyName: "Acme",
    title: "Boat builder",
    startDate: "2024-01",
    isCurrent: true,
  });
  await insertEmail("ada@home.example", "personal");
  await insertEmail("old.ada@acme.example", "professional");
  await insertEmail("ada@acme.example", "professional");
  await insertResult("ada@acme.example", "catch_all", "2026-01-01T10:10:00.000Z");
  await insertResult("ada@acme.example", "valid", "2026-01-01T10:20:00.000Z");
  await insertResult("ada@acme.example", null, "2026-01-01T10:30:00.000Z", {
    errorCode: "timeout",
  });
  await insertResult("old.ada@acme.example", "invalid", "2026-01-01T10:20:00.000Z");
  await insertPage(0, START);
  await insertPage(1, "2026-01-01T10:00:05.000Z", { outlink: "https://docs.example/" });
  await insertPage(2, "2026-01-01T10:00:05.000Z", {
    signal: "form",
    props: { plan: "pro" },
    dwellMs: null,
  });
  await insertEvent("evt_1", "identity.resolved", START);
  await insertEvent("evt_1", "identity.resolved", "2026-01-01T11:00:00.000Z", "h2");
  await insertEvent("evt_2", "identity.qualified", START);
  await insertEvent("evt_3", "identity.validated", START);
  await insertRow("user", { id: "u1", email: "rep@example.com", name: "Rita Rep" });
  await insertRow("note", {
    workspaceId: "one",
    id: "n1",
    visitorId: "ada",
    authorId: "u1",
    body: "Called",
  });
});

describe("a visitor", () => {
  test("has the documented shape", async () => {
    const found = await getVisitor("one", "ada");
    expect(visitorProfile.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      id: "ada",
      company: { id: "c1", name: "Acme", domain: "acme.example" },
      phones: ["+351 000"],
      skills: ["Rowing"],
      connections: 500,
      location: { raw: "Porto, Portugal", countryCode: "PT" },
      score: { total: 42 },
      firstTouch: { sessionId: "s1", source: "google", gclid: "g1" },
      lastTouch: { sessionId: "s2", channel: "Direct" },
      employments: [{ title: "Boat builder", isCurrent: true, startDate: "2024-01" }],
      experience: [],
      education: [{ instituteName: "Old School", degree: null }],
      provenance: {
        companyName: { eventId: "evt_1", type: "identity.resolved", provider: null, at: START },
      },
    });
  });

  test("shows its e-mails in the order of use, with the latest result that has a word", async () => {
    expect(await getVisitor("one", "ada")).toMatchObject({
      emails: [
        { value: "ada@acme.example", validity: "valid", validatedAt: "2026-01-01T10:20:00.000Z" },
        { value: "old.ada@acme.example", validity: "invalid" },
        { value: "ada@home.example", validity: null, validatedAt: null },
      ],
    });
  });

  test("is trusted for what its sources agree on", async () => {
    const found = await getVisitor("one", "ada");
    if (!found || "redirectTo" in found) throw new Error("no visitor");
    expect(found.confidence.level).toBe("high");
    expect(found.confidence.evidence.map((item) => item.kind)).toEqual([
      "company_domain",
      "company_name",
      "name_in_email",
      "email_validity",
      "country",
      "human",
    ]);
  });

  test("is found under its old ids, and nowhere else", async () => {
    expect(await getVisitor("one", "alias-ada@home.example")).toEqual({ redirectTo: "ada" });
    expect(await getVisitor("two", "alias-ada@home.example")).toBeNull();
    expect(await getVisitor("two", "ada")).toBeNull();
  });
});

describe("a timeline", () => {
  const list = (input: Record<string, unknown>, workspaceId = "one") =>
    listTimeline(workspaceId, "ada", timelineParams.parse(input));

  test("has one item for each thing that happened, newest first", async () => {
    const { rows, nextCursor } = await list({});
    expect(nextCursor).toBeNull();
    expect(rows.map((item) => item.kind)).toEqual([
      "note",
      "session",
      "validated",
      "validated",
      "validated",
      "validated",
      "outlink",
      "signal",
      "pageview",
      "qualified",
      "resolved",
      "pageview",
      "session",
    ]);
    for (const item of rows) expect(timelineItem.parse(item)).toEqual(item);
    expect(rows.filter((item) => item.kind === "signal")).toMatchObject([
      { signal: "form", props: { plan: "pro" } },
    ]);
  });

  test.each([1, 2, 5])("in pages of %i shows every item exactly once", async (limit) => {
    const whole = await list({});
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ limit, cursor });
      seen.push(...page.rows);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(whole.rows);
  });

  test("can be narrowed to a kind, and is empty for another workspace", async () => {
    expect((await list({ kind: "pageview" })).rows).toHaveLength(2);
    expect((await list({ kind: "owner" })).rows).toEqual([]);
    expect((await list({}, "two")).rows).toEqual([]);
  });
});
