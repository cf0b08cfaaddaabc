import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import type { ScorePart, VisitorScore } from "#lib/scoring/explain-score.ts";
import { formatPoints } from "./format-points.ts";

const GROUPS = [
  { kind: "intent", label: "Intent" },
  { kind: "fit", label: "Fit" },
  { kind: "outcome", label: "Outcomes" },
  { kind: "recency", label: "Recency" },
] as const;

/** A score and every point of it with its reason. */
export function ScoreCard({ score }: { score: VisitorScore }) {
  return (
    <Card title="Score" actions={<Total value={score.total} />}>
      {score.parts.length === 0 ? (
        <p className="text-ink-muted">Nothing has happened yet that gives points.</p>
      ) : (
        <div className="flex flex-col gap-3">
          {GROUPS.map(({ kind, label }) => (
            <Group
              key={kind}
              label={label}
              parts={score.parts.filter((part) => part.kind === kind)}
            />
          ))}
        </div>
      )}
    </Card>
  );
}

function Total({ value }: { value: number }) {
  return (
    <span className="font-semibold text-ink text-xl tabular-nums leading-5 tracking-tight">
      {value}
      <span className="font-normal text-ink-faint text-xs"> of 100</span>
    </span>
  );
}

function Group({ label, parts }: { label: string; parts: readonly ScorePart[] }) {
  if (parts.length === 0) return null;
  const sum = parts.reduce((total, { points }) => total + points, 0);
  return (
    <section aria-label={label}>
      <h3 className="flex justify-between gap-3 border-line border-b pb-1 font-medium text-ink-muted text-xs">
        {label}
        <span className="tabular-nums">{formatPoints(sum)}</span>
      </h3>
      <ul>
        {parts.map((part) => (
          <Part key={part.name} part={part} isOnly={part.name === label} />
        ))}
      </ul>
    </section>
  );
}

function Part({ part, isOnly }: { part: ScorePart; isOnly: boolean }) {
  const { name, why, points } = part;
  return (
    <li className="flex items-baseline gap-3 pt-1.5">
      <span className="min-w-0 flex-1 break-words leading-[1.125rem]">
        {!isOnly && <span className={cn(points === 0 && "text-ink-muted")}>{name}</span>}
        <span className={cn("text-ink-muted text-xs", !isOnly && "block")}>{why}</span>
      </span>
      {/* The sum of a group of one says it already. */}
      {!isOnly && <Points value={points} />}
    </li>
  );
}

function Points({ value }: { value: number }) {
  const color =
    value === 0 ? "text-ink-faint" : value < 0 ? "text-danger-text" : "font-medium text-ink";
  return <span className={cn("shrink-0 tabular-nums", color)}>{formatPoints(value)}</span>;
}
