import { Badge, type Tone } from "#components/ui/badge.tsx";
import { STAGE_WORDS } from "#lib/visitor-words.ts";
import type { VisitorRow } from "#lib/visitors/visitor-row.ts";

type Stage = VisitorRow["stage"];

const LOOKS: Readonly<Record<Stage, { tone: Tone; meaning: string }>> = {
  resolved: { tone: "neutral", meaning: "Recognised on the site" },
  qualified: { tone: "info", meaning: "Confirmed with professional data" },
  enriched: { tone: "accent", meaning: "Full profile of the person and company" },
};

/** How far the identification of a visitor has come. */
export function StageBadge({ stage }: { stage: Stage }) {
  const { tone, meaning } = LOOKS[stage];
  return (
    <Badge tone={tone} title={meaning}>
      {STAGE_WORDS[stage]}
    </Badge>
  );
}
