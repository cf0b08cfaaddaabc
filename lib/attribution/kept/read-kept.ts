import type { ReportPeriod } from "#lib/attribution/reports/report-period.ts";
import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import type { Sql } from "#lib/db/sql.ts";
import { log } from "#lib/log.ts";
import { slot } from "#lib/slot.ts";
import type { Freshness, KeptReport } from "./kept-report.ts";
import { findStored, questionOf, store, touch } from "./stored-report.ts";

/** A report that took no longer is worked out while its reader waits. */
const PATIENCE_MS = 400;

/** A report is looked at again at most so often for noting that somebody looks at it. */
const TOUCH_MS = 60_000;

const atWork = slot("attribution.kept-reports", () => new Map<string, Promise<unknown>>());

/**
 * A report of this moment: as it is kept while nothing that it depends on has changed, else worked out
 * anew. Whoever passes a `freshness` gets what is kept at once, even when it is void, if working it out
 * takes long; it is then brought up to date beside it, and `asOf` says of when it is.
 */
export async function readKept<Query extends ReportPeriod, Result>(
  report: KeptReport<Query, Result>,
  workspaceId: string,
  query: Query,
  freshness?: Freshness,
): Promise<Result> {
  const found = await findStored(sql(), workspaceId, report, query);
  const { stamp, result, addedUpAt, usedAt } = found;
  const isTooLong = (found.tookMs ?? 0) > PATIENCE_MS;
  if (result === null || (stamp !== found.now && !(freshness && isTooLong))) {
    return workOut(report, workspaceId, query, found.now);
  }
  if (usedAt && now() - usedAt.getTime() > TOUCH_MS) {
    await touch(sql(), workspaceId, report.kind, query);
  }
  if (stamp !== found.now && freshness && addedUpAt) {
    freshness.asOf = Math.min(freshness.asOf ?? Number.POSITIVE_INFINITY, addedUpAt.getTime());
    // One change after another must not keep the database at nothing else.
    if (now() - addedUpAt.getTime() > REST * (found.tookMs ?? 0)) {
      workOut(report, workspaceId, query, found.now).catch((error: unknown) => {
        log().error(
          { err: error, report: report.kind },
          "a report could not be brought up to date",
        );
      });
    }
  }
  return parseResult(report, result);
}

/** A report rests so many times as long as it took before it is worked out in the background again. */
export const REST = 9;

/** Reads a stored result. */
export function parseResult<Query extends ReportPeriod, Result>(
  report: KeptReport<Query, Result>,
  text: string,
): Result {
  return report.result.parse(JSON.parse(text));
}

/** Works a report out and keeps it. Whoever asks for the same of the same state waits with the first. */
export function workOut<Query extends ReportPeriod, Result>(
  report: KeptReport<Query, Result>,
  workspaceId: string,
  query: Query,
  stamp: string,
): Promise<Result> {
  const name = [workspaceId, report.kind, questionOf(query), stamp].join("\n");
  const running = atWork.get(name);
  // The name holds the kind and the question, and those one type of result.
  if (running) return running as Promise<Result>;
  const work = (async () => {
    const startedAt = performance.now();
    const answers: [Query, Result][] = [];
    const sum = (on: Sql) =>
      report.sum(on, workspaceId, query, (...answer) => answers.push(answer));
    const result = await (report.isOfSums ? sum(sql()) : sumOfOneMoment(sum));
    const tookMs = performance.now() - startedAt;
    for (const [asked, answer] of [[query, result] as const, ...answers]) {
      await store(sql(), workspaceId, report.kind, asked, { stamp, result: answer, tookMs });
    }
    return result;
  })().finally(() => atWork.delete(name));
  atWork.set(name, work);
  return work;
}

/** All statements of a report see the same moment. */
function sumOfOneMoment<T>(sum: (tx: Sql) => Promise<T>): Promise<T> {
  return sql().transaction(async (tx) => {
    await tx.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await tx.query("SET LOCAL work_mem = '64MB'");
    return sum(tx);
  });
}
