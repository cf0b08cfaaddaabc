import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { WorklistRow } from "#lib/worklist/list-worklist.ts";
import { moneyWords, OUTCOME_LABEL, OUTCOME_TONE } from "./outcome-words.ts";

/** Where an account stands: whose it is, until when it waits, what came of it. */
export function ItemStand({ row }: { row: WorklistRow }) {
  const { view, owner, snoozedUntil, outcome } = row;
  const money = outcome && moneyWords(outcome.amountMinor, outcome.currency);
  const words = outcome ? [OUTCOME_LABEL[outcome.status], money].filter(Boolean).join(" ") : "";
  return (
    <>
      {outcome && (
        <Badge tone={OUTCOME_TONE[outcome.status]} title={words}>
          {words}
        </Badge>
      )}
      {view === "waiting" && (
        <span className="whitespace-nowrap text-ink-muted text-xs">
          Wakes <RelativeTime value={snoozedUntil} />
        </span>
      )}
      {owner && view !== "mine" && (
        <span className="max-w-full truncate text-ink-muted text-xs">{owner.name}</span>
      )}
    </>
  );
}
