"use client";

import { Plus, X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu } from "#components/ui/menu.tsx";
import type { Condition } from "#lib/alerts/conditions.ts";
import { ConditionEditor } from "./condition-editor.tsx";
import { CONDITION_LABELS } from "./condition-words.ts";
import { newCondition } from "./new-condition.ts";

export type ConditionsFieldProps = {
  conditions: readonly Condition[];
  isPersonal: boolean;
  /** Which condition is to blame, and for what. */
  error: { index: number; problem: string } | null;
  onChange: (next: Condition[]) => void;
};

const KINDS: readonly Condition["is"][] = Object.entries(CONDITION_LABELS).flatMap(([is]) =>
  isKind(is) ? [is] : [],
);

function isKind(text: string): text is Condition["is"] {
  return text in CONDITION_LABELS;
}

/** The conditions of a rule, one below the other; each kind once. */
export function ConditionsField({ conditions, isPersonal, error, onChange }: ConditionsFieldProps) {
  const left = KINDS.filter((is) => !conditions.some((one) => one.is === is));
  return (
    <div className="flex flex-col gap-3">
      <ul className="divide-y divide-line rounded-md border border-line empty:hidden">
        {conditions.map((one, index) => (
          <li key={one.is} className="flex items-start gap-2 py-2 pr-2 pl-3">
            <div className="grid min-w-0 flex-1 items-center gap-x-4 gap-y-1.5 sm:min-h-8 sm:grid-cols-[10rem_minmax(0,1fr)]">
              <span className="text-sm">{CONDITION_LABELS[one.is]}</span>
              <ConditionEditor
                condition={one}
                label={CONDITION_LABELS[one.is]}
                isPersonal={isPersonal}
                onChange={(next) => onChange(conditions.with(index, next))}
              />
              {error?.index === index && (
                <p role="alert" className="text-danger-text text-xs sm:col-start-2">
                  {error.problem}
                </p>
              )}
            </div>
            <IconButton
              label={`Remove “${CONDITION_LABELS[one.is]}”`}
              icon={<X />}
              size="sm"
              tooltip={false}
              className="sm:mt-0.5"
              onClick={() => onChange(conditions.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      {left.length > 0 && (
        <Menu
          trigger={
            <Button size="sm" icon={<Plus aria-hidden="true" />} className="self-start">
              Add a condition
            </Button>
          }
          groups={[
            {
              items: left.map((is) => ({
                label: CONDITION_LABELS[is],
                onSelect: () => onChange([...conditions, newCondition(is)]),
              })),
            },
          ]}
        />
      )}
    </div>
  );
}
