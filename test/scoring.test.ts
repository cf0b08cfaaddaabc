import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setClock } from "#lib/clock.ts";
import { listCompanies } from "#lib/companies/list-companies.ts";
import { companyListParams } from "#lib/companies/search-params.ts";
import { countCapped } from "#lib/count-capped.ts";
import { sql } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { claimJob } from "#lib/jobs/claim-job.ts";
import { getJob } from "#lib/jobs/get-job.ts";
import { runJob } from "#lib/jobs/run-job.ts";
import { checkWorkspace } from "#lib/rebuild/rebuild.ts";
import { getActiveRules } from "#lib/scoring/active-rules.ts";
import { previewRules } from "#lib/scoring/preview-rules.ts";
import { findRecompute, RECOMPUTE_JOB, recomputeJob } from "#lib/scoring/recompute-job.ts";
import {
  type RecomputeState,
  recomputeScores,
  settleScores,
} from "#lib/scoring/recompute-scores.ts";
import { saveRules } from "#lib/scoring/save-rules.ts";
import { scoreAt } from "#lib/scoring/score-rank.ts";
import { DEFAULT_RULES, type ScoreRules } from "#lib/scoring/score-rules.ts";
import { planJourneys } from "#lib/simulator/plan.ts";
import { getVisitor } from "#lib/visitors/get-visitor.ts";
import { countVisitors, listVisitors } from "#lib/visitors/list-visitors.ts";
import { visitorListParams } from "#lib/visitors/search-params.ts";
import { visitorConditions } from "#lib/visitors/visitor-where.ts";
import { withTestDatabase } from "#test/database.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { dumpTables } from "#test/tables.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const DAY_MS = 86_400_000;
const TO = Date.UTC(2026, 4, 1);
let at = TO;
let workspaceId = "";
const restore = setClock(() => at);

beforeAll(async () => {
  workspaceId = await makeWorkspace();
  const plan = planJourneys({ seed: 5, from: TO - 30 * DAY_MS, to: TO, visitors: 25 });
  await deliver(
    workspaceId,
    [...plan].map(({ payload }) => payload),
  );
  await drainAll(50);
});
afterAll(restore);

async function visitors(input: Record<string, unknown> = {}) {
  const params = visitorListParams.parse({ sort: "-score", limit: 200, ...input });
  return (await listVisitors(workspaceId, params)).rows;
}

const scores = async () => (await visitors()).map(({ id, score }) => ({ id, score }));

async function versions() {
  const rows = await sql().query(
    `SELECT DISTINCT "scoreVersion" AS v FROM visitor WHERE "workspaceId" = $1 ORDER BY 1`,
    [workspaceId],
  );
  return rows.map(({ v }) => v);
}

const isFalling = (values: readonly number[]) =>
  values.every((value, i) => i === 0 || value <= (values[i - 1] ?? value));

describe("scores that are kept with each event", () => {
  test.each([0, 3, 45])(
    "are in the order of the list and of minScore after %i days",
    async (days) => {
      at = TO + days * DAY_MS;
      const rows = await visitors();
      const shown = rows.map(({ score }) => score);
      expect(rows.length).toBeGreaterThan(10);
      expect(new Set(shown).size).toBeGreaterThan(3);
      expect(isFalling(shown)).toBe(true);
      for (const minScore of [0, 1, ...new Set(shown.filter((score) => score > 0)), 100, 101]) {
        const found = (await visitors({ minScore })).map(({ id }) => id);
        expect(found).toEqual(rows.filter(({ score }) => score >= minScore).map(({ id }) => id));
        expect((await countVisitors(workspaceId, { minScore })).count).toBe(found.length);
        const lazily = Prisma.join(visitorConditions(workspaceId, { minScore }), " AND ");
        expect(await countCapped(Prisma.sql`FROM visitor v WHERE ${lazily}`)).toMatchObject({
          count: found.length,
        });
      }
    },
  );

  test("fall with time, and never change places", async () => {
    at = TO;
    const today = await scores();
    at = TO + 10 * DAY_MS;
    const later = await scores();
    expect(later.map(({ id }) => id)).toEqual(today.map(({ id }) => id));
    later.forEach(({ score }, i) => {
      expect(score).toBeLessThanOrEqual(today[i]?.score ?? 0);
    });
  });

  test("page by key", async () => {
    at = TO;
    const all = (await scores()).map(({ id }) => id);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const params = visitorListParams.parse({ sort: "-score", limit: 3, cursor });
      const page = await listVisitors(workspaceId, params);
      paged.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(all);
  });

  test("are explained point by point, the same in the list and on the page", async () => {
    at = TO + 2 * DAY_MS;
    for (const row of (await visitors()).slice(0, 12)) {
      const found = await getVisitor(workspaceId, row.id);
      if (!found || "redirectTo" in found) throw new Error("no visitor");
      expect(found.score.total).toBe(row.score);
      expect(found.score.parts.reduce((sum, { points }) => sum + points, 0)).toBe(row.score);
      expect(found.score.parts.length).toBeGreaterThan(4);
    }
  });

  test("are added up for companies", async () => {
    at = TO;
    const params = companyListParams.parse({ sort: "-score", limit: 200 });
    const { rows } = await listCompanies(workspaceId, params);
    expect(isFalling(rows.map(({ score }) => score))).toBe(true);
    const set = await getActiveRules(sql(), workspaceId);
    for (const company of rows.filter((one) => one.visitors > 0)) {
      const ranks = await sql().query(
        `SELECT "scoreRank"::text AS rank FROM visitor WHERE "workspaceId" = $1 AND "companyId" = $2`,
        [workspaceId, company.id],
      );
      const sum = ranks.reduce((total, { rank }) => total + 2 ** (Number(rank) / 1e6), 0);
      expect(company.score).toBe(scoreAt(Math.round(Math.log2(sum) * 1e6), set, at));
    }
    expect(rows.some((one) => one.visitors === 0 && one.score === 0)).toBe(true);
  });
});

test("what is learnt of a company counts for those who were there before, in any order", async () => {
  const company = { employeeCount: 40, name: "Kestrel Works", domain: "kestrel.example" };
  const early = makeEvents({ seed: 1, company });
  const late = makeEvents({
    seed: 8,
    company: { ...company, employeeCount: 600 },
    created: Date.UTC(2026, 3, 1),
  });
  const dumpAfter = async (payloads: readonly object[], limit: number) => {
    const other = await makeWorkspace();
    await deliver(other, payloads);
    await drainAll(limit);
    const dump = await dumpTables(other);
    const rows = await sql().query(
      `SELECT "linkedinUrl" AS url, "scoreRank"::text AS rank FROM visitor
       WHERE "workspaceId" = $1 ORDER BY 1`,
      [other],
    );
    expect((await checkWorkspace(sql(), other)).tables.filter((one) => !one.isEqual)).toEqual([]);
    return { companies: dump.company?.length, ranks: rows };
  };
  const alone = await dumpAfter([early.enriched], 1);
  const both = [early.enriched, late.enriched];
  const forward = await dumpAfter(both, 1);
  expect(forward.ranks).toHaveLength(2);
  // × 1.4 in place of × 1.
  const gained = forward.ranks.map(({ rank }) => Number(rank) - Number(alone.ranks[0]?.rank));
  expect(gained).toContain(Math.round(Math.log2(1.4) * 1e6));
  expect(await dumpAfter(both.toReversed(), 1)).toEqual(forward);
  expect(await dumpAfter(both, 200)).toEqual(forward);
});

describe("a change of the rules", () => {
  const changed: ScoreRules = {
    ...DEFAULT_RULES,
    halfLifeDays: 5,
    fit: { ...DEFAULT_RULES.fit, seniority: [{ name: "Heads", words: ["head"], factor: 4 }] },
    intent: {
      ...DEFAULT_RULES.intent,
      pages: [{ name: "Any feature", path: "/features*", points: 9, atMost: 9 }],
    },
  };

  test("is previewed, then saved, then everybody is scored anew", async () => {
    at = TO;
    const before = await scores();
    const preview = await previewRules(workspaceId, changed);
    expect(await scores()).toEqual(before);

    const { version, jobId } = await saveRules(workspaceId, "u1", { rules: changed, version: 0 });
    expect(version).toBe(1);
    expect(await findRecompute(workspaceId)).toBe(jobId);
    // Until their turn comes, lists stay as they were.
    const between = await scores();
    expect(between.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    between.forEach(({ score }, i) => {
      expect(Math.abs(score - (before[i]?.score ?? 0))).toBeLessThanOrEqual(1);
    });

    const seen: RecomputeState[] = [];
    await recomputeScores(workspaceId, async (state) => {
      seen.push(state);
    });
    expect(seen.at(-1)?.done).toBeGreaterThanOrEqual(before.length);
    expect(await versions()).toEqual([1]);
    const { tables } = await checkWorkspace(sql(), workspaceId);
    expect(tables.filter((table) => !table.isEqual)).toEqual([]);

    const after = new Map((await scores()).map(({ id, score }) => [id, score]));
    const rises = before.filter(({ id, score }) => (after.get(id) ?? 0) > score).length;
    const falls = before.filter(({ id, score }) => (after.get(id) ?? 0) < score).length;
    expect(preview).toMatchObject({
      compared: before.length,
      isAll: true,
      rise: rises,
      fall: falls,
      same: before.length - rises - falls,
    });
    expect(rises).toBeGreaterThan(0);
    expect(falls).toBeGreaterThan(0);
    for (const row of preview.rows) expect(after.get(row.id)).toBe(row.after);
  });

  test("is refused on rules that are no longer in force, and when it changes nothing", async () => {
    const stale = saveRules(workspaceId, "u1", { rules: DEFAULT_RULES, version: 0 });
    await expect(stale).rejects.toMatchObject({ code: "conflict" });
    const same = saveRules(workspaceId, "u1", { rules: changed, version: 1 });
    await expect(same).rejects.toMatchObject({ code: "conflict" });
    expect(await versions()).toEqual([1]);
  });

  test("holds for what is projected before everybody had their turn", async () => {
    await saveRules(workspaceId, "u1", { rules: DEFAULT_RULES, version: 1 });
    await deliver(workspaceId, Object.values(makeEvents({ seed: 31 })));
    await drainAll();
    expect(await versions()).toEqual([1, 2]);
    // A recompute that goes on from where another broke off leaves nobody out.
    const states: RecomputeState[] = [];
    const broken = recomputeScores(workspaceId, async (state) => {
      states.push(state);
      throw new Error("the worker died");
    });
    await expect(broken).rejects.toThrow("the worker died");
    await recomputeScores(workspaceId, undefined, states[0]);
    expect(await versions()).toEqual([2]);
    const { tables } = await checkWorkspace(sql(), workspaceId);
    expect(tables.filter((table) => !table.isEqual)).toEqual([]);
  });

  test("under a rebuild leaves no old score in it", async () => {
    await saveRules(workspaceId, "u1", { rules: changed, version: 2 });
    await sql().transaction((tx) => settleScores(tx, workspaceId));
    expect(await versions()).toEqual([3]);
  });

  test("runs as a job beside events that arrive", async () => {
    await saveRules(workspaceId, "u1", { rules: DEFAULT_RULES, version: 3 });
    const arriving = [32, 33, 34].flatMap((seed) => Object.values(makeEvents({ seed })));
    await deliver(workspaceId, arriving);
    const projected = drainAll(2);
    let id = "";
    for (let job = await claimJob(); job; job = await claimJob()) {
      id = job.id;
      await runJob(job, [recomputeJob], new AbortController().signal);
    }
    await projected;
    const job = await getJob(workspaceId, id);
    expect(job).toMatchObject({ name: RECOMPUTE_JOB, state: "done", error: null });
    expect(job?.done).toBeGreaterThan(20);
    expect(await findRecompute(workspaceId)).toBeNull();
    expect(await versions()).toEqual([4]);
    const { tables } = await checkWorkspace(sql(), workspaceId);
    expect(tables.filter((table) => !table.isEqual)).toEqual([]);
  });
});
