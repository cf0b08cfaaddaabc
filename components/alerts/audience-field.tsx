"use client";

import { CheckboxGroup } from "#components/ui/checkbox-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { RuleDraft } from "./rule-draft.ts";

const ITEMS = [
  { value: "lead_owner", label: "The visitor’s owner, else everybody" },
  { value: "everyone", label: "Everybody in the workspace" },
  { value: "members", label: "These people" },
] as const;

export type AudienceFieldProps = {
  draft: RuleDraft;
  team: readonly { id: string; name: string }[];
  error: string | null;
  onChange: (next: Partial<RuleDraft>) => void;
};

/** Who is told in the app and by e-mail, of a rule of the workspace. */
export function AudienceField({ draft, team, error, onChange }: AudienceFieldProps) {
  return (
    <div className="flex flex-col gap-3">
      <Field label="Who is told" description="In the app and by e-mail." error={error}>
        <Select
          items={ITEMS}
          value={draft.audience}
          onValueChange={(value) => {
            const audience = ITEMS.find((item) => item.value === value)?.value;
            if (audience) onChange({ audience });
          }}
        />
      </Field>
      {draft.audience === "members" && (
        <CheckboxGroup
          legend="People"
          legendClassName="sr-only"
          options={team}
          chosen={draft.memberIds}
          onChange={(memberIds) => onChange({ memberIds })}
          className="border-line border-l-2 pl-4"
        />
      )}
    </div>
  );
}
