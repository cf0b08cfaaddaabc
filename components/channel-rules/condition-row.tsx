"use client";

import { X } from "lucide-react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { RuleDraft } from "./rule-actions.ts";

const FIELDS = [
  { value: "source", label: "Source" },
  { value: "medium", label: "Medium" },
  { value: "campaign", label: "Campaign" },
  { value: "term", label: "Term" },
  { value: "content", label: "Content" },
  { value: "referrer", label: "Referrer’s host" },
  { value: "landing_page", label: "Landing page" },
];

type Condition = RuleDraft["conditions"][number];

export type ConditionRowProps = {
  condition: Condition;
  /** "Condition 2 of rule 1". */
  label: string;
  onChange: (changes: Partial<Condition>) => void;
  /** Null for the only one. */
  onRemove: (() => void) | null;
};

export function ConditionRow({ condition, label, onChange, onRemove }: ConditionRowProps) {
  return (
    <div className="flex items-center gap-2">
      <Select
        aria-label={`${label}: what`}
        items={FIELDS}
        value={condition.field}
        onValueChange={(field) => onChange({ field })}
        className="w-36 shrink-0"
      />
      <span className="shrink-0 text-ink-muted text-xs">is</span>
      <Input
        aria-label={`${label}: pattern`}
        value={condition.pattern}
        onValueChange={(pattern) => onChange({ pattern })}
        placeholder={condition.field === "landing_page" ? "/webinar/*" : "partner*"}
        autoComplete="off"
        spellCheck={false}
        className="min-w-0 flex-1 font-mono"
      />
      {onRemove && (
        <IconButton
          icon={<X aria-hidden="true" />}
          label={`Remove ${label.toLowerCase()}`}
          size="sm"
          onClick={onRemove}
        />
      )}
    </div>
  );
}
