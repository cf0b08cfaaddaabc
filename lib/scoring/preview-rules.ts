import { z } from "zod";
import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { getActiveRules } from "#lib/scoring/active-rules.ts";
import { loadStoredTraits, type StoredTraits } from "#lib/scoring/load-traits.ts";
import { rankOfTraits } from "#lib/scoring/rank-visitors.ts";
import { nextRuleSet } from "#lib/scoring/save-rules.ts";
import { scoreAt } from "#lib/scoring/score-rank.ts";
import type { ScoreRules } from "#lib/scoring/score-rules.ts";
import { selectRows } from "#lib/select.ts";

// Ids are hashes, so the first ones are as good a sample as any.
const SAMPLE = 2_000;
// Whoever comes into the new top is looked for among these and the sample.
const CANDIDATES = 500;
const TOP = 50;
const SHOWN = 10;

/** One person before and after. */
export interface PreviewRow {
  id: string;
  name: string;
  before: number;
  after: number;
}

/** What a change of the rules would do to scores, now. */
export interface RulesPreview {
  /** How many visitors were compared, and whether those are all. */
  compared: number;
  isAll: boolean;
  rise: number;
  fall: number;
  same: number;
  /** How many of the top are others than before, and how large the top is. */
  topChanges: number;
  top: number;
  /** The best by the new rules. */
  rows: PreviewRow[];
}

interface Compared {
  id: string;
  rankBefore: number;
  rankAfter: number;
  before: number;
  after: number;
}

/** Compares the scores of a sample, and the top of the list, by the rules in force and by `rules`. */
export async function previewRules(workspaceId: string, rules: ScoreRules): Promise<RulesPreview> {
  const at = now();
  const before = await getActiveRules(sql(), workspaceId);
  const after = nextRuleSet(before, rules, at);
  const sampleIds = await listIds(workspaceId, Prisma.sql`v.id`, SAMPLE + 1);
  const topIds = await listIds(workspaceId, Prisma.sql`v."scoreRank" DESC, v.id DESC`, CANDIDATES);
  const sample = new Set(sampleIds.slice(0, SAMPLE));
  const ids = [[...new Set([...sample, ...topIds])]];
  const where = `x."id" = ANY ($3::text[])`;
  // The traits hold the views that a rule set asks for, so each is loaded for its own.
  const old = byId(await loadStoredTraits(sql(), workspaceId, before, where, ids));
  const fresh = await loadStoredTraits(sql(), workspaceId, after, where, ids);
  const all = fresh.flatMap((traits): Compared[] => {
    const was = old.get(traits.id);
    if (!was) return [];
    const rankBefore = rankOfTraits(before, was).scoreRank;
    const rankAfter = rankOfTraits(after, traits).scoreRank;
    const scores = {
      before: scoreAt(rankBefore, before, at),
      after: scoreAt(rankAfter, after, at),
    };
    return [{ id: traits.id, rankBefore, rankAfter, ...scores }];
  });
  const compared = all.filter(({ id }) => sample.has(id));
  const topBefore = all.toSorted((a, b) => b.rankBefore - a.rankBefore).slice(0, TOP);
  const topAfter = all.toSorted((a, b) => b.rankAfter - a.rankAfter).slice(0, TOP);
  const wasTop = new Set(topBefore.map(({ id }) => id));
  return {
    compared: compared.length,
    isAll: sampleIds.length <= SAMPLE,
    rise: compared.filter((one) => one.after > one.before).length,
    fall: compared.filter((one) => one.after < one.before).length,
    same: compared.filter((one) => one.after === one.before).length,
    topChanges: topAfter.filter(({ id }) => !wasTop.has(id)).length,
    top: topBefore.length,
    rows: await withNames(workspaceId, topAfter.slice(0, SHOWN)),
  };
}

const idRow = z.object({ id: z.string() });

async function listIds(workspaceId: string, order: Prisma.Sql, limit: number): Promise<string[]> {
  const rows = await selectRows(
    idRow,
    Prisma.sql`SELECT v.id FROM visitor v WHERE v."workspaceId" = ${workspaceId}
      ORDER BY ${order} LIMIT ${limit}`,
  );
  return rows.map(({ id }) => id);
}

function byId(traits: readonly StoredTraits[]): Map<string, StoredTraits> {
  return new Map(traits.map((one) => [one.id, one]));
}

const nameRow = z.object({ id: z.string(), name: z.string() });

async function withNames(workspaceId: string, rows: readonly Compared[]): Promise<PreviewRow[]> {
  if (rows.length === 0) return [];
  const named = await selectRows(
    nameRow,
    Prisma.sql`SELECT v.id, coalesce(v."fullName", v."primaryEmail", 'Visitor') AS name FROM visitor v
      WHERE v."workspaceId" = ${workspaceId} AND v.id IN (${Prisma.join(rows.map(({ id }) => id))})`,
  );
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return rows.map(({ id, before, after }) => ({
    id,
    name: names.get(id) ?? "Visitor",
    before,
    after,
  }));
}
