import type { FunnelStep } from "#lib/attribution/reports/funnel.ts";

export const FUNNEL_WORDS: Record<FunnelStep, string> = {
  identified: "Identified",
  qualified: "Qualified",
  enriched: "Enriched",
  valid_email: "Valid e-mail",
  outcome: "Outcome",
};
