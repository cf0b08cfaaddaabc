import { Counter, collectDefaultMetrics, Registry } from "prom-client";
import { slot } from "#lib/slot.ts";

const metrics = () =>
  slot("metrics", () => {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const answers = new Counter({
      name: "foyer_webhook_answers_total",
      help: "Answers of the webhook door, by status",
      labelNames: ["status"],
      registers: [registry],
    });
    return { registry, answers };
  });

/** The registry of this process. */
export function metricsRegistry(): Registry {
  return metrics().registry;
}

/** Counts one answer of the webhook door. */
export function countAnswer(status: number): void {
  metrics().answers.inc({ status: String(status) });
}
