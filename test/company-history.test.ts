import { expect, test } from "vitest";
import { listCompanyHistory } from "#lib/companies/list-history.ts";
import { sql } from "#lib/db/client.ts";
import { explainCompanyFact, explainVisitorFact } from "#lib/inbox/fact-sayings.ts";
import { checkWorkspace } from "#lib/rebuild/rebuild.ts";
import { getVisitor } from "#lib/visitors/get-visitor.ts";
import { listVisitors } from "#lib/visitors/list-visitors.ts";
import { visitorListParams } from "#lib/visitors/search-params.ts";
import { withTestDatabase } from "#test/database.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const CREATED = Date.UTC(2026, 2, 2, 9, 0);

/** The full enrichment of one person and company, as it stood in a month. */
const enrichedIn = (month: number, followers: number, headline: string) =>
  makeEvents({
    seed: 1,
    created: CREATED + month * 30 * 86_400_000,
    session: { sid: `s${month}` },
    company: {
      enrichedAt: `2026-0${month}-01T10:00:00Z`,
      headcount: { total: 100 + month, growth: null },
      linkedinFollowers: { count: followers },
    },
    person: { headline },
  });

test("each enrichment is remembered once, whatever order and number its events come in", async () => {
  const workspaceId = await makeWorkspace();
  const [third, first] = [enrichedIn(3, 900, "Late"), enrichedIn(1, 700, "Early")];
  const events = [third.finalized, first.enriched, third.enriched, first.finalized];
  const named = events.map((event, index) => ({ ...event, id: `evt_${index}` }));
  await deliver(workspaceId, named);
  await drainAll(1);
  const { rows } = await listVisitors(workspaceId, visitorListParams.parse({}));
  const [row] = rows;
  const companyId = row?.company?.id ?? "";
  expect(await listCompanyHistory(workspaceId, companyId)).toMatchObject([
    { at: "2026-01-01T10:00:00.000Z", headcount: 101, followers: 700 },
    { at: "2026-03-01T10:00:00.000Z", headcount: 103, followers: 900 },
  ]);
  const { tables } = await checkWorkspace(sql(), workspaceId);
  expect(tables.filter(({ isEqual }) => !isEqual)).toEqual([]);

  // Where facts come from: the value that counts first, then what others say.
  const visitor = await getVisitor(workspaceId, row?.id ?? "");
  if (!visitor || "redirectTo" in visitor) throw new Error("no visitor");
  const headline = await explainVisitorFact(workspaceId, visitor.id, "headline");
  expect(headline).toMatchObject({ sayings: [{ value: "Late" }, { value: "Early" }] });
  expect(headline.sayings[0]?.eventId).toBe(visitor.provenance.headline?.eventId);
  const count = await explainCompanyFact(workspaceId, companyId, "linkedinFollowers.count");
  expect(count.sayings.map(({ value }) => value)).toEqual([900, 700]);
  expect(await explainVisitorFact(workspaceId, visitor.id, "nothing")).toEqual({
    sayings: [],
    isPartial: false,
  });
});
