import fc from "fast-check";
import { expect, test } from "vitest";
import { sql } from "#lib/db/client.ts";
import { holdProjection } from "#lib/db/hold-projection.ts";
import { insertCorrection, revokeStored } from "#lib/identity/correction-store.ts";
import { emailVisitorKey, linkedinVisitorKey } from "#lib/identity/evidence.ts";

import { applyCorrections } from "#lib/inbox/reapply-corrections.ts";
import { visitorIdOf } from "#lib/visitors/project-visitors.ts";
import { failOnceAt } from "#test/crash-point.ts";
import { engineKind, withTestDatabase } from "#test/database.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { dumpTables } from "#test/tables.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

// The server engine is the quick one; the embedded one runs the same code on fewer orders.
const RUNS = Number(process.env.FOYER_ORDER_RUNS ?? (engineKind === "server" ? 300 : 40));
const START = Date.UTC(2026, 2, 2, 9, 0);

/** One visit of one person. Few people, devices and e-mails, so that they meet each other. */
const visit = fc.record({
  person: fc.integer({ min: 0, max: 2 }),
  hasLinkedin: fc.boolean(),
  device: fc.integer({ min: 0, max: 1 }),
  sharedEmail: fc.boolean(),
  // Few distinct times, so that ties happen.
  minute: fc.integer({ min: 0, max: 3 }),
  keep: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  hasSession: fc.boolean(),
  title: fc.constantFrom("Engineer", "Head of Data", null),
});
type Visit = typeof visit extends fc.Arbitrary<infer T> ? T : never;

function payloadsOf(visits: readonly Visit[]): object[] {
  return visits.flatMap((one, index) => {
    const emails = [
      `p${one.person}@acme.example`,
      ...(one.sharedEmail ? ["desk@acme.example"] : []),
    ];
    const events = makeEvents({
      seed: one.person,
      emails,
      linkedin: one.hasLinkedin ? `https://linkedin.com/in/person-${one.person}` : null,
      created: START + one.minute * 60_000,
      session: { sid: `s${index}`, vid: `v${one.device}` },
      person: { headline: one.title },
    });
    return Object.values(events)
      .filter((_event, kind) => one.keep[kind])
      .map((event, kind) => {
        const isFinal = event.type === "identity.session.finalized";
        const data = isFinal || one.hasSession ? event.data : { ...event.data, session: null };
        return { ...event, id: `evt_${index}_${kind}`, data };
      });
  });
}

const TABLES =
  "event, event_email, visitor, visitor_email, email_validation, stage_reached, session, page_view, device, company, company_history, employment, delivery, delivery_body, delivery_queue, drift, identity_correction";

// Those before others may be merged into them: a LinkedIn URL outlives an e-mail.
const KEYS = [
  ...[0, 1, 2].map((person) => emailVisitorKey(`p${person}@acme.example`)),
  emailVisitorKey("desk@acme.example"),
  ...[0, 1, 2].map((person) => linkedinVisitorKey(`https://linkedin.com/in/person-${person}`)),
];

/** What somebody said: keys are places in KEYS; the same thing said twice is said once. */
const correction = fc.oneof(
  fc.record({
    kind: fc.constant("merge" as const),
    from: fc.integer({ min: 0, max: KEYS.length - 2 }),
    further: fc.integer({ min: 1, max: KEYS.length - 1 }),
  }),
  fc.record({
    kind: fc.constant("detach" as const),
    of: fc.constantFrom(
      ...(["s0", "s1", "s2"] as const).map((ref) => ({ scope: "session" as const, ref })),
      { scope: "device" as const, ref: "v1" },
      { scope: "event" as const, ref: "evt_0_0" },
      { scope: "event" as const, ref: "evt_1_1" },
    ),
    into: fc.option(fc.integer({ min: 0, max: KEYS.length - 1 })),
  }),
);
type Correction = typeof correction extends fc.Arbitrary<infer T> ? T : never;

async function correct(workspaceId: string, corrections: readonly Correction[]): Promise<void> {
  const named = (place: number) => {
    const key = KEYS[Math.min(place, KEYS.length - 1)] ?? "";
    return { key, id: visitorIdOf(workspaceId, key) };
  };
  for (const one of corrections) {
    await sql().transaction(async (tx) => {
      await holdProjection(tx, workspaceId);
      const about =
        one.kind === "merge"
          ? { kind: one.kind, from: named(one.from), into: named(one.from + one.further) }
          : {
              kind: one.kind,
              ...one.of,
              from: named(0),
              into: one.into === null || one.of.scope !== "session" ? null : named(one.into),
            };
      const stored = await insertCorrection(tx, workspaceId, {
        ...about,
        detail: {},
        actorId: null,
      });
      if (stored) await applyCorrections(tx, workspaceId, [stored]);
    });
  }
}

/** The tables after these payloads arrived in this order and were projected in batches of `limit`. */
async function tablesAfter(
  workspaceId: string,
  payloads: readonly object[],
  limit: number,
  crashAt: number | null = null,
  before: readonly Correction[] = [],
  after: readonly Correction[] = [],
) {
  await sql().query(`TRUNCATE ${TABLES}`);
  await correct(workspaceId, before);
  await deliver(workspaceId, payloads);
  const restore = failOnceAt(sql(), crashAt);
  try {
    await drainAll(limit);
  } finally {
    restore();
  }
  await correct(workspaceId, after);
  return dumpTables(workspaceId);
}

const orders = fc
  .array(visit, { minLength: 1, maxLength: 5 })
  .map(payloadsOf)
  .filter((payloads) => payloads.length > 1)
  .chain((payloads) => {
    const indexes = payloads.map((_payload, index) => index);
    return fc.record({
      payloads: fc.constant(payloads),
      order: fc.shuffledSubarray(indexes, { minLength: indexes.length }),
      again: fc.array(fc.constantFrom(...indexes), { maxLength: 4 }),
      limit: fc.constantFrom(1, 2, 3, 200),
      // The statement at which a projection breaks off, once; its transaction is rolled back.
      crashAt: fc.option(fc.integer({ min: 1, max: 40 })),
    });
  });

test("any order, with duplicates, in any batches and with a crash between, gives the same tables", {
  timeout: 600_000 + RUNS * 1_000,
}, async () => {
  const workspaceId = await makeWorkspace();
  await fc.assert(
    fc.asyncProperty(orders, async ({ payloads, order, again, limit, crashAt }) => {
      const pick = (index: number) => payloads[index] ?? {};
      const expected = await tablesAfter(workspaceId, payloads, 200);
      const mixed = [...again.slice(0, 2), ...order, ...again.slice(2)].map(pick);
      expect(await tablesAfter(workspaceId, mixed, limit, crashAt)).toEqual(expected);
    }),
    { numRuns: RUNS },
  );
});

test("corrections give the same tables, said before all events or after them, in any order", {
  timeout: 600_000 + RUNS * 1_000,
}, async () => {
  const workspaceId = await makeWorkspace();
  // The first to be said of a thing counts, so here no two are about one.
  const said = fc.uniqueArray(correction, {
    minLength: 1,
    maxLength: 3,
    selector: (one) =>
      one.kind === "merge" ? `merge ${one.from}` : `${one.of.scope} ${one.of.ref}`,
  });
  await fc.assert(
    fc.asyncProperty(orders, said, async ({ payloads, order, limit, crashAt }, corrections) => {
      const mixed = order.map((index) => payloads[index] ?? {});
      const plain = await tablesAfter(workspaceId, payloads, 200);
      const expected = await tablesAfter(workspaceId, payloads, 200, null, corrections);
      const reversed = corrections.toReversed();
      const split = [reversed.slice(0, 1), reversed.slice(1)] as const;
      expect(await tablesAfter(workspaceId, mixed, limit, crashAt, ...split)).toEqual(expected);
      expect(await tablesAfter(workspaceId, mixed, limit, null, [], reversed)).toEqual(expected);
      await revokeAll(workspaceId);
      expect(await dumpTables(workspaceId)).toEqual(plain);
    }),
    { numRuns: Math.ceil(RUNS / 10) },
  );
});

async function revokeAll(workspaceId: string): Promise<void> {
  const rows = await sql().query(`SELECT "id" FROM identity_correction ORDER BY "id"`);
  for (const { id } of rows) {
    await sql().transaction(async (tx) => {
      await holdProjection(tx, workspaceId);
      const stored = await revokeStored(tx, workspaceId, String(id), null);
      if (stored) await applyCorrections(tx, workspaceId, [stored]);
    });
  }
}

test("leaving events out gives the same tables as never having had them", async () => {
  const workspaceId = await makeWorkspace();
  const { resolved, enriched, finalized } = makeEvents({ seed: 1 });
  const few = await tablesAfter(workspaceId, [finalized, resolved], 1);
  expect(await tablesAfter(workspaceId, [resolved, finalized, resolved], 200)).toEqual(few);
  expect(await tablesAfter(workspaceId, [enriched, resolved, finalized], 200)).not.toEqual(few);
});
