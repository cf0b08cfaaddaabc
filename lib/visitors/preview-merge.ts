import { z } from "zod";
import { factsColumn, instant } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { type Facts, mergeFacts } from "#lib/facts.ts";
import { isStrongKey } from "#lib/identity/evidence.ts";
import { selectRows } from "#lib/select.ts";
import { deriveProfile } from "#lib/visitors/profile.ts";

const { sql } = Prisma;

const row = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  facts: factsColumn,
  sessions: z.int(),
  firstSeenAt: instant,
  lastSeenAt: instant,
  emails: z.array(z.string()),
});

type Row = z.output<typeof row>;

/** One of the two sides of a merge. */
export interface MergeSide {
  id: string;
  name: string;
  sessions: number;
  firstSeenAt: string;
  lastSeenAt: string;
  emails: string[];
}

/** A fact that either side has: what each says, and which of them the merged visitor would have. */
export interface MergedFact {
  label: string;
  left: string | null;
  right: string | null;
  winner: "left" | "right" | "both";
}

/** Two visitors beside each other, before they are merged. Nothing is changed by looking. */
export interface MergePreview {
  left: MergeSide;
  right: MergeSide;
  facts: MergedFact[];
  /** Whose id stays whatever is chosen: the only one with a LinkedIn URL. */
  keeps: "left" | "right" | null;
  /** Two LinkedIn URLs are two visitors to the rules, so a person must be sure. */
  isAcrossUrls: boolean;
  emails: number;
  sessions: number;
}

/** What merging two visitors would give; null when one of them is gone. Either way round is the same. */
export async function previewMerge(
  workspaceId: string,
  leftId: string,
  rightId: string,
): Promise<MergePreview | null> {
  const rows = await selectRows(
    row,
    sql`SELECT v.id, v.key, coalesce(v."fullName", v."primaryEmail", 'Unnamed visitor') AS name, v.facts,
        v.sessions, v."firstSeenAt", v."lastSeenAt",
        (SELECT coalesce(jsonb_agg(e.email ORDER BY e.email), '[]') FROM visitor_email e
          WHERE e."workspaceId" = v."workspaceId" AND e."visitorId" = v.id) AS emails
      FROM visitor v WHERE v."workspaceId" = ${workspaceId} AND v.id IN (${leftId}, ${rightId})`,
  );
  const left = rows.find((one) => one.id === leftId);
  const right = rows.find((one) => one.id === rightId);
  if (!left || !right || leftId === rightId) return null;
  const isStrong = { left: isStrongKey(left.key), right: isStrongKey(right.key) };
  return {
    left: sideOf(left),
    right: sideOf(right),
    facts: factsOfBoth(left.facts, right.facts),
    keeps: isStrong.left === isStrong.right ? null : isStrong.left ? "left" : "right",
    isAcrossUrls: isStrong.left && isStrong.right,
    emails: new Set([...left.emails, ...right.emails]).size,
    sessions: left.sessions + right.sessions,
  };
}

function sideOf({ id, name, sessions, firstSeenAt, lastSeenAt, emails }: Row): MergeSide {
  return { id, name, sessions, firstSeenAt, lastSeenAt, emails };
}

const SHOWN: readonly [
  label: string,
  of: (profile: ReturnType<typeof deriveProfile>) => unknown,
][] = [
  ["Name", (one) => one.fullName],
  ["Headline", (one) => one.headline],
  ["Job title", (one) => one.jobTitle],
  ["Company", (one) => one.company.name ?? one.company.domain],
  ["LinkedIn", (one) => one.linkedinUrl],
  ["City", (one) => one.city],
  ["Country", (one) => one.countryCode ?? one.country],
];

function factsOfBoth(leftFacts: Facts, rightFacts: Facts): MergedFact[] {
  const left = deriveProfile(leftFacts);
  const right = deriveProfile(rightFacts);
  const merged = deriveProfile(mergeFacts(leftFacts, rightFacts));
  return SHOWN.flatMap(([label, of]) => {
    const [a, b, result] = [of(left), of(right), of(merged)].map((value) =>
      typeof value === "string" && value ? value : null,
    );
    if (!a && !b) return [];
    const winner = a === b ? "both" : a === result ? "left" : "right";
    return [{ label, left: a ?? null, right: b ?? null, winner } as const];
  });
}
