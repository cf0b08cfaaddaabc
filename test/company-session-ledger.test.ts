import { beforeAll, describe, expect, test } from "vitest";
import { companyProfile } from "#lib/companies/company-profile.ts";
import { getCompany } from "#lib/companies/get-company.ts";
import { countCompanies, listCompanies } from "#lib/companies/list-companies.ts";
import { listCompanyPeople } from "#lib/companies/list-company-people.ts";
import { listCompanySessions } from "#lib/companies/list-company-sessions.ts";
import { listCompanyVisitors } from "#lib/companies/list-company-visitors.ts";
import {
  COMPANY_SORTS,
  companyListParams,
  companyVisitorsParams,
} from "#lib/companies/search-params.ts";
import { deliveryListParams } from "#lib/inbox/delivery-params.ts";
import {
  countDeliveries,
  getDelivery,
  getDeliveryPayload,
  listDeliveries,
} from "#lib/inbox/ledger-queries.ts";
import { getSession, getSessionAddress } from "#lib/sessions/get-session.ts";
import { listSessions } from "#lib/sessions/list-sessions.ts";
import { sessionListParams } from "#lib/sessions/search-params.ts";
import { sessionProfile } from "#lib/sessions/session-profile.ts";
import { withTestDatabase } from "#test/database.ts";
import {
  fact,
  insertCompany,
  insertRow,
  insertSession,
  insertVisitor,
} from "#test/fixtures/insert-rows.ts";

withTestDatabase();

interface Listed {
  rows: unknown[];
  nextCursor: string | null;
}

async function walk(list: (cursor: string | undefined) => Promise<Listed>): Promise<unknown[]> {
  const seen: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(cursor);
    seen.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return seen;
}

beforeAll(async () => {
  for (let i = 0; i < 12; i++) {
    const lastSeenAt = i % 3 === 0 ? null : `2026-02-0${i % 3}T00:00:00.000Z`;
    await insertCompany("one", `c${i}`, {
      lastSeenAt,
      visitors: i % 2,
      sortName: i < 6 ? "a" : "b",
    });
    await insertSession("one", `s${i}`, i % 2 ? "ada" : null);
  }
  await insertCompany("two", "c1", { searchText: "acme", industry: "Boats" });
  await insertCompany("one", "acme", {
    name: "Acme",
    searchText: "acme boats",
    industry: "Boats",
    countryCode: "PT",
    employeeCount: 80,
    lastSeenAt: "2026-03-01T00:00:00.000Z",
    facts: {
      foundedYear: fact(1999),
      "webTraffic.trafficSources.searchPercent": fact(38),
      "headcount.growth.yoy": fact(3.5),
      specialties: fact(["Boats"]),
      website: fact(42),
    },
  });
  await insertVisitor("one", "ada", {
    fullName: "Ada Alder",
    companyId: "acme",
    companyName: "Acme",
  });
  await insertVisitor("one", "ben", {});
  await insertRow("employment", {
    workspaceId: "one",
    visitorId: "ben",
    kind: "experience",
    position: 0,
    companyId: "acme",
    companyName: "Acme",
    title: "Rower",
    endDate: "2020-01",
    isCurrent: false,
  });
});

describe("companies", () => {
  const list = (input: Record<string, unknown>, workspaceId = "one") =>
    listCompanies(workspaceId, companyListParams.parse(input));

  for (const sort of COMPANY_SORTS) {
    test.each([1, 3, 5, 13])(
      `${sort} in pages of %i shows every company exactly once`,
      async (limit) => {
        const whole = await list({ sort, limit: 200 });
        expect(whole.rows).toHaveLength(13);
        expect(await walk((cursor) => list({ sort, limit, cursor }))).toEqual(whole.rows);
      },
    );
  }

  test("stand by their last visit, the unvisited last", async () => {
    const { rows } = await list({});
    const times = rows.map((row) => row.lastSeenAt ?? "");
    expect(times).toEqual([...times].sort().reverse());
    expect(times.at(-1)).toBe("");
  });

  test.each([
    [{ q: "BOATS acme" }],
    [{ industry: "boats" }],
    [{ country: "pt" }],
    [{ minEmployees: "80" }],
  ])("are filtered by %o", async (input) => {
    expect((await list(input)).rows.map((row) => row.id)).toEqual(["acme"]);
  });

  test("are counted, and belong to one workspace", async () => {
    expect(await countCompanies("one", {})).toEqual({ count: 13, isCapped: false });
    expect((await list({}, "two")).rows.map((row) => row.id)).toEqual(["c1"]);
    expect(await getCompany("two", "acme")).toBeNull();
  });

  test("one of them has every field, absent ones as null", async () => {
    const found = await getCompany("one", "acme");
    expect(companyProfile.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      name: "Acme",
      foundedYear: 1999,
      website: null,
      specialties: ["Boats"],
      webTraffic: {
        monthlyVisitors: null,
        trafficSources: { searchPercent: 38, socialPercent: null },
      },
      headcount: { total: null, growth: { yoy: 3.5 } },
      funding: { investors: [] },
    });
  });

  test("know their visitors and those who once worked there", async () => {
    const { rows } = await listCompanyVisitors("one", "acme", companyVisitorsParams.parse({}));
    expect(rows.map((row) => row.id)).toEqual(["ada"]);
    expect(await listCompanyPeople("one", "acme")).toMatchObject([
      { visitorId: "ben", title: "Rower", isCurrent: false },
    ]);
    expect(await listCompanyPeople("two", "acme")).toEqual([]);
  });
});

describe("sessions", () => {
  const list = (input: Record<string, unknown>, workspaceId = "one") =>
    listSessions(workspaceId, sessionListParams.parse(input));

  test("in pages show every session exactly once", async () => {
    const whole = await list({});
    expect(whole.rows).toHaveLength(12);
    expect(await walk((cursor) => list({ limit: 5, cursor }))).toEqual(whole.rows);
    expect((await list({}, "two")).rows).toEqual([]);
    expect((await list({ visitor: "ada" })).rows).toHaveLength(6);
  });

  test("one of them has its signals; the address is apart", async () => {
    await insertSession("one", "full", "ada", {
      facts: {
        "network.ip": fact("192.0.2.1"),
        "network.country": fact("PT"),
        options: fact({ a: 1 }),
      },
    });
    await insertRow("page_view", {
      workspaceId: "one",
      sid: "full",
      position: 0,
      signal: "pageview",
      at: new Date("2026-01-01T10:00:00Z"),
      url: "https://shop.example/",
      path: "/",
      dwellMs: 300_000,
    });
    const found = await getSession("one", "full");
    expect(sessionProfile.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      engagedMs: 300_000,
      network: { country: "PT", botManagement: { score: null } },
      options: { a: 1 },
      pageViews: [{ path: "/", dwellMs: 300_000 }],
    });
    expect(JSON.stringify(found)).not.toContain("192.0.2.1");
    expect(await getSessionAddress("one", "full")).toBe("192.0.2.1");
    expect(await getSession("two", "full")).toBeNull();
  });
});

describe("the ledger", () => {
  beforeAll(async () => {
    for (let i = 0; i < 7; i++) {
      await insertRow("delivery", {
        workspaceId: "one",
        id: `d${i}`,
        endpointId: "default",
        webhookId: `msg_${i}`,
        bodyHash: "h",
        bytes: 2,
        eventId: `evt_${i}`,
        type: "identity.resolved",
        state: i === 3 ? "quarantined" : "projected",
        attempts: 1,
        receivedAt: "2026-01-01T10:00:00.000Z",
        sentAt: "2026-01-01T10:00:00.000Z",
        secretId: "x",
        derivation: "base64",
      });
    }
    await insertRow("delivery_body", {
      workspaceId: "one",
      deliveryId: "d1",
      body: Buffer.from("{}"),
    });
  });

  const list = (input: Record<string, unknown>, workspaceId = "one") =>
    listDeliveries(workspaceId, deliveryListParams.parse(input));

  test("in pages shows every delivery exactly once", async () => {
    const whole = await list({});
    expect(whole.rows).toHaveLength(7);
    expect(await walk((cursor) => list({ limit: 2, cursor }))).toEqual(whole.rows);
    expect((await list({}, "two")).rows).toEqual([]);
  });

  test("is filtered by state and any id", async () => {
    expect((await list({ state: "quarantined" })).rows.map((row) => row.id)).toEqual(["d3"]);
    for (const id of ["d5", "evt_5", "msg_5"]) {
      expect((await list({ id })).rows.map((row) => row.id)).toEqual(["d5"]);
    }
    expect(await countDeliveries("one", { state: "projected" })).toEqual({
      count: 6,
      isCapped: false,
    });
  });

  test("gives one delivery and its bytes to its own workspace alone", async () => {
    expect(await getDelivery("one", "d1")).toMatchObject({ webhookId: "msg_1", projectedAt: null });
    expect(Buffer.from((await getDeliveryPayload("one", "d1")) ?? []).toString()).toBe("{}");
    expect(await getDelivery("two", "d1")).toBeNull();
    expect(await getDeliveryPayload("two", "d1")).toBeNull();
    expect(await getDeliveryPayload("one", "d2")).toBeNull();
  });
});

test("a company's latest sessions are those of its people, the newest first", async () => {
  for (const [person, workspaceId, companyId] of [
    ["lea", "one", "yard"],
    ["max", "one", "yard"],
    ["kim", "one", "pier"],
    ["lea", "two", "yard"],
  ] as const) {
    await insertVisitor(workspaceId, person, { companyId, lastSeenAt: "2026-04-01T00:00:00.000Z" });
    for (const day of person === "max" ? [2, 6] : [1, 3, 5])
      await insertSession(workspaceId, `${person}${day}`, person, {
        createdAt: `2026-04-0${day}T10:00:00.000Z`,
      });
  }
  const latest = await listCompanySessions("one", "yard", 4);
  expect(latest.map(({ sid }) => sid)).toEqual(["max6", "lea5", "lea3", "max2"]);
  expect(latest[0]?.visitor?.id).toBe("max");
  expect(await listCompanySessions("one", "nowhere", 4)).toEqual([]);
});
