import { Check, X } from "lucide-react";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import type { VisitorConfidence } from "#lib/visitors/confidence.ts";

const LEVELS: Readonly<Record<VisitorConfidence["level"], { label: string; tone: Tone }>> = {
  high: { label: "High", tone: "positive" },
  medium: { label: "Medium", tone: "info" },
  low: { label: "Low", tone: "warning" },
};

/** How sure it is that this person was there, and what speaks for and against it. */
export function ConfidenceCard({ confidence }: { confidence: VisitorConfidence }) {
  const { label, tone } = LEVELS[confidence.level];
  return (
    <Card title="Confidence" actions={<Badge tone={tone}>{label}</Badge>}>
      {confidence.evidence.length === 0 ? (
        <p className="text-ink-muted">Nothing is known yet that speaks for or against it.</p>
      ) : (
        <ul className="flex flex-col gap-1.5">
          {confidence.evidence.map(({ kind, supports, text }) => (
            <li key={kind} className="flex items-start gap-2">
              <span className="flex h-5 shrink-0 items-center">
                {supports ? (
                  <Check aria-label="For:" role="img" className="size-3.5 text-positive-text" />
                ) : (
                  <X aria-label="Against:" role="img" className="size-3.5 text-danger-text" />
                )}
              </span>
              <span className="min-w-0 break-words text-ink">{text}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
