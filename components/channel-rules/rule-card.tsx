"use client";

import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { ConditionRow } from "./condition-row.tsx";
import { emptyCondition, type RuleDraft } from "./rule-actions.ts";

const MAX_CONDITIONS = 5;

export type RuleCardProps = {
  rule: RuleDraft;
  /** From 1. */
  place: number;
  of: number;
  onChange: (rule: RuleDraft) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One rule: its channel, its conditions, its place among the others. */
export function RuleCard({ rule, place, of, onChange, onMove, onRemove }: RuleCardProps) {
  const { conditions } = rule;
  return (
    <li className="flex flex-col gap-2.5 px-4 py-3">
      <div className="flex items-center gap-2">
        <span className="w-5 shrink-0 text-ink-faint text-xs">{place}.</span>
        <Input
          aria-label={`Channel of rule ${place}`}
          value={rule.channel}
          onValueChange={(channel) => onChange({ ...rule, channel })}
          placeholder="Channel"
          maxLength={60}
          autoComplete="off"
          className="min-w-0 flex-1"
        />
        <IconButton
          icon={<ArrowUp aria-hidden="true" />}
          label={`Move rule ${place} up`}
          size="sm"
          disabled={place === 1}
          onClick={() => onMove(-1)}
        />
        <IconButton
          icon={<ArrowDown aria-hidden="true" />}
          label={`Move rule ${place} down`}
          size="sm"
          disabled={place === of}
          onClick={() => onMove(1)}
        />
        <IconButton
          icon={<Trash2 aria-hidden="true" />}
          label={`Remove rule ${place}`}
          size="sm"
          onClick={onRemove}
        />
      </div>
      <div className="flex flex-col gap-2 sm:pl-7">
        {conditions.map((condition, at) => (
          <ConditionRow
            key={condition.id}
            condition={condition}
            label={`Condition ${at + 1} of rule ${place}`}
            onChange={(changes) =>
              onChange({
                ...rule,
                conditions: conditions.map((one) =>
                  one.id === condition.id ? { ...one, ...changes } : one,
                ),
              })
            }
            onRemove={
              conditions.length === 1
                ? null
                : () =>
                    onChange({
                      ...rule,
                      conditions: conditions.filter(({ id }) => id !== condition.id),
                    })
            }
          />
        ))}
        {conditions.length < MAX_CONDITIONS && (
          <Button
            size="sm"
            variant="ghost"
            icon={<Plus aria-hidden="true" />}
            className="self-start"
            onClick={() => onChange({ ...rule, conditions: [...conditions, emptyCondition()] })}
          >
            And…
          </Button>
        )}
      </div>
    </li>
  );
}
