"use client";

import { Input } from "#components/ui/input.tsx";
import type { RulesDraft } from "#lib/scoring/rules-draft.ts";

export type OutcomeRowsProps = {
  outcomes: RulesDraft["outcomes"];
  /** By the place in the draft: "outcomes.lost.points". */
  errors: Readonly<Record<string, string>>;
  onChange: (outcomes: RulesDraft["outcomes"]) => void;
};

const STATUSES = [
  { id: "meeting", label: "Meeting" },
  { id: "opportunity", label: "Opportunity" },
  { id: "won", label: "Won" },
  { id: "lost", label: "Lost" },
  { id: "not_a_fit", label: "Not a fit" },
] as const;

const CELLS = [
  { id: "points", label: "Points" },
  { id: "earlier", label: "Before ×" },
  { id: "later", label: "Since ×" },
] as const;

/** What each outcome does to the score. */
export function OutcomeRows({ outcomes, errors, onChange }: OutcomeRowsProps) {
  return (
    <table className="w-full text-left text-sm sm:w-auto">
      <thead>
        <tr className="text-ink-muted text-xs">
          <th scope="col" className="pb-1.5 font-normal sm:w-40">
            Outcome
          </th>
          {CELLS.map((cell) => (
            <th key={cell.id} scope="col" className="w-20 pb-1.5 pl-2 font-normal sm:w-22">
              {cell.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {STATUSES.map(({ id, label }) => {
          const wrong = CELLS.flatMap((cell) => {
            const error = errors[`outcomes.${id}.${cell.id}`];
            return error ? [{ id: cell.id, text: `${cell.label}: ${error}` }] : [];
          });
          return (
            <tr key={id} className="align-top">
              <th scope="row" className="py-1 pt-2.5 font-normal text-ink">
                {label}
                {wrong.length > 0 && (
                  <span role="alert" className="block text-danger-text text-xs">
                    {wrong.map(({ text }) => text).join(" ")}
                  </span>
                )}
              </th>
              {CELLS.map((cell) => (
                <td key={cell.id} className="py-1 pl-2">
                  <Input
                    aria-label={`${label}: ${cell.label}`}
                    aria-invalid={wrong.some((one) => one.id === cell.id) || undefined}
                    data-invalid={wrong.some((one) => one.id === cell.id) ? "" : undefined}
                    value={outcomes[id][cell.id] ?? ""}
                    onValueChange={(text) =>
                      onChange({ ...outcomes, [id]: { ...outcomes[id], [cell.id]: text } })
                    }
                    inputMode="decimal"
                    autoComplete="off"
                    className="w-full tabular-nums"
                  />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
