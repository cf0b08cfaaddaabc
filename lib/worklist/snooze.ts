import { sql } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { type Act, takeUp } from "#lib/worklist/take-up.ts";

const YEAR_MS = 366 * 86_400_000;

/**
 * Puts an account aside until a time, or until its people come again if that is sooner and wanted. It is
 * the actor's then. Throws `invalid_request` for a time that is past or more than a year away, else as
 * `takeUp` does.
 */
export async function snoozeAccount(
  act: Act,
  snooze: { until: Date; wakesOnActivity: boolean },
): Promise<void> {
  const ahead = snooze.until.getTime() - act.at.getTime();
  if (!(ahead > 0 && ahead <= YEAR_MS)) {
    throw new FoyerError("invalid_request", "Choose a time within the next year.", {
      field: "until",
    });
  }
  await takeUp(sql(), act, { snooze });
}
