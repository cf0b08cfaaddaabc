import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { HistoryEntry } from "#lib/worklist/list-history.ts";
import { moneyWords, OUTCOME_LABEL, OUTCOME_TONE } from "./outcome-words.ts";
import { UndoOutcome } from "./undo-outcome.tsx";
import type { Answer } from "./worklist-actions.ts";

type HistoryCardProps = {
  entries: readonly HistoryEntry[];
  /** Whether the viewer may take this outcome back. */
  mayUndo: (entry: HistoryEntry) => boolean;
  undo: (outcomeId: string) => Answer;
};

/** The outcomes and notes of an account, newest first. */
export function HistoryCard({ entries, mayUndo, undo }: HistoryCardProps) {
  return (
    <Card title="Outcomes and notes" padded={false}>
      <ol className="divide-y divide-line border-line border-t">
        {entries.map((entry) => (
          <li key={entry.id} className="flex flex-col gap-1 px-4 py-2.5">
            <div className="flex items-center justify-between gap-3 text-ink-muted text-xs">
              <span className="truncate">{entry.by ?? "A former member"}</span>
              <RelativeTime value={entry.at} className="shrink-0" />
            </div>
            {entry.status ? (
              <div className="flex items-center justify-between gap-3">
                <Badge tone={OUTCOME_TONE[entry.status]}>
                  {[OUTCOME_LABEL[entry.status], moneyWords(entry.amountMinor, entry.currency)]
                    .filter(Boolean)
                    .join(" ")}
                </Badge>
                {mayUndo(entry) && (
                  <UndoOutcome
                    label={OUTCOME_LABEL[entry.status]}
                    undo={undo.bind(null, entry.id)}
                  />
                )}
              </div>
            ) : (
              <p className="whitespace-pre-line break-words">{entry.note}</p>
            )}
          </li>
        ))}
        {entries.length === 0 && (
          <li className="px-4 py-3 text-ink-muted">
            Nothing yet. Notes and outcomes that the team writes stand here.
          </li>
        )}
      </ol>
    </Card>
  );
}
