import { createHash, timingSafeEqual } from "node:crypto";
import { Gauge } from "prom-client";
import { env } from "#lib/env.ts";
import { metricsRegistry } from "#lib/metrics.ts";
import { readiness } from "#lib/process/readiness.ts";
import { slot } from "#lib/slot.ts";

interface LedgerGauges {
  pending: Gauge;
  oldest: Gauge;
}

function ledgerGauges(): LedgerGauges {
  return slot("ledger-gauges", () => {
    const registers = [metricsRegistry()];
    const pending = new Gauge({
      name: "foyer_ledger_pending",
      help: "Deliveries stored and not projected yet",
      registers,
    });
    const oldest = new Gauge({
      name: "foyer_ledger_oldest_pending_seconds",
      help: "Age of the oldest delivery that is not projected yet",
      registers,
    });
    return { pending, oldest };
  });
}

/** True for `Bearer METRICS_TOKEN`; always false while no token is configured. */
export function isMetricsToken(authorization: string | null): boolean {
  const token = env().METRICS_TOKEN;
  if (!token || !authorization?.startsWith("Bearer ")) return false;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(authorization.slice("Bearer ".length)), digest(token));
}

/** All metrics in Prometheus' text format. */
export async function metricsText(): Promise<{ text: string; contentType: string }> {
  const gauges = ledgerGauges();
  const { ledger } = (await readiness()).checks;
  // NaN while the database is away: no number is better than a wrong one.
  gauges.pending.set(ledger?.pending ?? Number.NaN);
  gauges.oldest.set(ledger ? (ledger.oldestPendingSeconds ?? 0) : Number.NaN);
  const registry = metricsRegistry();
  return { text: await registry.metrics(), contentType: registry.contentType };
}
