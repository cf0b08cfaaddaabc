import fc from "fast-check";
import { expect, test } from "vitest";
import { sql } from "#lib/db/client.ts";
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
  "event, event_email, visitor, visitor_email, email_validation, stage_reached, session, page_view, device, company, employment, delivery, delivery_body, delivery_queue, drift";

/** The tables after these payloads arrived in this order and were projected in batches of `limit`. */
async function tablesAfter(
  workspaceId: string,
  payloads: readonly object[],
  limit: number,
  crashAt: number | null = null,
) {
  await sql().query(`TRUNCATE ${TABLES}`);
  await deliver(workspaceId, payloads);
  const restore = failOnceAt(sql(), crashAt);
  try {
    await drainAll(limit);
  } finally {
    restore();
  }
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
  timeout: 600_000,
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

test("leaving events out gives the same tables as never having had them", async () => {
  const workspaceId = await makeWorkspace();
  const { resolved, enriched, finalized } = makeEvents({ seed: 1 });
  const few = await tablesAfter(workspaceId, [finalized, resolved], 1);
  expect(await tablesAfter(workspaceId, [resolved, finalized, resolved], 200)).toEqual(few);
  expect(await tablesAfter(workspaceId, [enriched, resolved, finalized], 200)).not.toEqual(few);
});
