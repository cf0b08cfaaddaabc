"use client";

import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { RuleDraft } from "./rule-draft.ts";

const DELIVERY_ITEMS = [
  { value: "instant", label: "At once" },
  { value: "hourly", label: "Gathered, every hour" },
  { value: "daily", label: "Gathered, once a day" },
] as const;

const COOLDOWN_ITEMS = [
  { value: "0", label: "No pause" },
  { value: "60", label: "1 hour" },
  { value: "240", label: "4 hours" },
  { value: "1440", label: "1 day" },
  { value: "4320", label: "3 days" },
  { value: "10080", label: "7 days" },
] as const;

const HOUR_ITEMS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));

export type RhythmFieldProps = {
  draft: RuleDraft;
  /** To choose from, beside the zone of this browser. */
  workspaceZone: string;
  onChange: (next: Partial<RuleDraft>) => void;
};

/** When and how often a rule speaks. */
export function RhythmField({ draft, workspaceZone, onChange }: RhythmFieldProps) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [...new Set([draft.timezone, workspaceZone, here])];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Send">
        <Select
          items={DELIVERY_ITEMS}
          value={draft.delivery}
          onValueChange={(value) => {
            const delivery = DELIVERY_ITEMS.find((item) => item.value === value)?.value;
            if (delivery) onChange({ delivery });
          }}
        />
      </Field>
      <Field label="Pause per company" description="The person, while no company is known.">
        <Select
          items={COOLDOWN_ITEMS}
          value={String(draft.cooldownMinutes)}
          onValueChange={(value) => onChange({ cooldownMinutes: Number(value) })}
        />
      </Field>
      {draft.delivery === "daily" && (
        <Field label="At">
          <Select
            items={HOUR_ITEMS}
            value={String(draft.digestHour)}
            onValueChange={(value) => onChange({ digestHour: Number(value) })}
          />
        </Field>
      )}
      {draft.delivery !== "instant" && (
        <Field label="Time zone">
          <Select
            items={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
            value={draft.timezone}
            onValueChange={(timezone) => onChange({ timezone })}
          />
        </Field>
      )}
    </div>
  );
}
