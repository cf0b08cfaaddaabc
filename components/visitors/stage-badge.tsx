import { Badge, type Tone } from "#components/ui/badge.tsx";
import type { VisitorRow } from "#lib/visitors/visitor-row.ts";

type Stage = VisitorRow["stage"];

const WORDS: Readonly<Record<Stage, { label: string; tone: Tone; meaning: string }>> = {
  resolved: { label: "Resolved", tone: "neutral", meaning: "Recognised on the site" },
  qualified: { label: "Qualified", tone: "info", meaning: "Confirmed with professional data" },
  enriched: {
    label: "Enriched",
    tone: "accent",
    meaning: "Full profile of the person and company",
  },
};

/** How far the identification of a visitor has come. */
export function StageBadge({ stage }: { stage: Stage }) {
  const { label, tone, meaning } = WORDS[stage];
  return (
    <Badge tone={tone} title={meaning}>
      {label}
    </Badge>
  );
}
