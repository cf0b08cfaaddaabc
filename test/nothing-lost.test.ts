import { expect, test } from "vitest";
import { getCompany } from "#lib/companies/get-company.ts";
import { isJsonObject, type Json } from "#lib/json.ts";
import { getSessionDetail } from "#lib/sessions/session-detail.ts";
import { listEmailSayings } from "#lib/visitors/email-sayings.ts";
import { getVisitor } from "#lib/visitors/get-visitor.ts";
import { listTimeline, timelineParams } from "#lib/visitors/list-timeline.ts";
import { listVisitors } from "#lib/visitors/list-visitors.ts";
import { visitorListParams } from "#lib/visitors/search-params.ts";
import { withTestDatabase } from "#test/database.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { readSamples } from "#test/fixtures/samples.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

/** Leaves that no page shows, each for a reason. */
const OMITTED: readonly [path: RegExp, why: string][] = [
  [/demographics\.(isHomeowner|hasChildren|isMarried)$/, "of no use to anybody who sells fairly"],
  [/\.attribution\.(type|pixelId|prid)$/, "the sender's own bookkeeping; in the ledger"],
  [/\.query\.|\.companiesEnriched$/, "how the sender asked, not what it found; in the ledger"],
  [/^(id|type|created)$/, "the envelope: provenance and the delivery's page tell it"],
  [/\._type$/, "tells which description of a company counts more, and did"],
  [/\.events\[\d+\]\.v$/, "version of the sender's script; in the ledger"],
];

function leavesOf(value: Json, path = ""): [path: string, value: Json][] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => leavesOf(item, `${path}[${index}]`));
  }
  if (!isJsonObject(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, item]) =>
    leavesOf(item, path === "" ? key : `${path}.${key}`),
  );
}

/** Everything that the visitor's page and its company's page are given, also what is asked for later. */
async function told(workspaceId: string, visitorId: string): Promise<unknown[]> {
  const visitor = await getVisitor(workspaceId, visitorId);
  if (!visitor || "redirectTo" in visitor) throw new Error("no visitor");
  const timeline = await listTimeline(workspaceId, visitorId, timelineParams.parse({ limit: 200 }));
  const sids = new Set(timeline.rows.flatMap((row) => ("sessionId" in row ? row.sessionId : [])));
  const details = [...sids].flatMap((sid) =>
    sid ? getSessionDetail(workspaceId, sid, { withAddress: true }) : [],
  );
  const sayings = visitor.emails.map(({ value }) =>
    listEmailSayings(workspaceId, visitorId, value),
  );
  const positions = [...visitor.employments, ...visitor.experience];
  const ids = new Set([visitor.company?.id, ...positions.map(({ company }) => company.id)]);
  const companies = [...ids].flatMap((id) => (id ? getCompany(workspaceId, id) : []));
  return [visitor, timeline.rows, ...(await Promise.all([...details, ...sayings, ...companies]))];
}

/** The words of a value as a page might write them. */
function isTold(value: Json, text: string, instants: ReadonlySet<string>): boolean {
  if (value === null || value === "") return true;
  if (typeof value === "boolean") return text.includes(`:${value}`);
  if (typeof value === "number") {
    return text.includes(`:${value}`) || instants.has(new Date(value).toISOString());
  }
  const written = JSON.stringify(value).slice(1, -1);
  // LinkedIn URLs and e-mails are shown in their canonical form.
  const canonical = written
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, "")
    .replace(/\/$/, "");
  return text.includes(written) || text.toLowerCase().includes(canonical);
}

async function expectNothingLost(payloads: readonly object[]): Promise<void> {
  const workspaceId = await makeWorkspace();
  await deliver(workspaceId, payloads);
  await drainAll();
  const { rows } = await listVisitors(workspaceId, visitorListParams.parse({}));
  expect(rows).toHaveLength(1);
  const text = JSON.stringify(await told(workspaceId, rows[0]?.id ?? ""));
  const instants = new Set(text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? []);
  const lost = payloads.flatMap((payload) =>
    leavesOf(payload as Json)
      .filter(([path]) => !OMITTED.some(([pattern]) => pattern.test(path)))
      .filter(([, value]) => !isTold(value, text, instants))
      .map(([path, value]) => `${(payload as { type: string }).type} ${path} = ${String(value)}`),
  );
  expect(lost).toEqual([]);
}

test("every field of an enriched visitor says where it was read", async () => {
  const workspaceId = await makeWorkspace();
  await deliver(workspaceId, Object.values(makeEvents({ seed: 4 })));
  await drainAll();
  const { rows } = await listVisitors(workspaceId, visitorListParams.parse({}));
  const visitor = await getVisitor(workspaceId, rows[0]?.id ?? "");
  if (!visitor || "redirectTo" in visitor) throw new Error("no visitor");
  const { provenance, location, ...profile } = visitor;
  const read = [
    ...["fullName", "firstName", "lastName", "headline", "summary", "jobTitle", "linkedinUrl"],
    ...["linkedinId", "profilePictureUrl", "connections", "timezone", "phones", "company"],
    ...["employments", "experience", "education", "skills", "languages", "enrichedAt"],
  ] as const;
  for (const field of read)
    expect([field, profile[field as keyof typeof profile]]).not.toEqual([field, null]);
  const places = Object.entries(location).flatMap(([part, value]) =>
    value === null ? [] : `location.${part}`,
  );
  expect([...read, ...places].filter((field) => !provenance[field])).toEqual([]);
  expect(provenance.jobTitle).toMatchObject({
    provider: "xK9mP",
    type: "identity.session.finalized",
  });
});

test("where a person sits is for those alone who may see addresses", async () => {
  const workspaceId = await makeWorkspace();
  await deliver(workspaceId, [makeEvents({ seed: 4 }).finalized]);
  await drainAll();
  const namesOf = async (withAddress: boolean) =>
    (await getSessionDetail(workspaceId, "sid_4", { withAddress }))?.map(({ name }) => name) ?? [];
  const hidden = ["network.ip", "network.latitude", "network.longitude", "network.postalCode"];
  const [all, some] = [await namesOf(true), await namesOf(false)];
  expect(all).toEqual(expect.arrayContaining(hidden));
  expect(some.sort()).toEqual(all.filter((name) => !hidden.includes(name)).sort());
  expect(await getSessionDetail(workspaceId, "none", { withAddress: true })).toBeNull();
});

test("every leaf of the five events is on the page of the visitor or its company", async () => {
  const events = makeEvents({
    seed: 4,
    session: { tenant: "north", endedAt: null, options: { theme: "dark" } },
  });
  await expectNothingLost(Object.values(events));
});

test.skipIf(readSamples().length === 0)(
  "so is every leaf of the sender’s own samples",
  async () => {
    await expectNothingLost(readSamples().map(({ payload }) => Object(payload)));
  },
);
