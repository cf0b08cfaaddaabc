"use client";

import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { MailDraft } from "./hand-on-actions.ts";
import { DAY_NAMES, hourWords } from "./rhythm-words.ts";

const RHYTHMS = [
  { value: "weekly", label: "Every week" },
  { value: "monthly", label: "Every month" },
];
const MONTH_DAYS = Array.from({ length: 28 }, (_, at) => ({
  value: String(at + 1),
  label: `Day ${at + 1}`,
}));
const WEEK_DAYS = DAY_NAMES.map((label, at) => ({ value: String(at + 1), label }));
const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: hourWords(hour),
}));

export type RhythmFieldsProps = {
  draft: MailDraft;
  timezone: string;
  onChange: (changes: Partial<MailDraft>) => void;
};

/** Which day and hour. */
export function RhythmFields({ draft, timezone, onChange }: RhythmFieldsProps) {
  const { rhythm, day, hour } = draft;
  return (
    <div className="flex flex-col gap-2">
      <div className="grid gap-3 sm:grid-cols-3">
        <Field label="How often">
          <Select
            items={RHYTHMS}
            value={rhythm}
            onValueChange={(value) =>
              onChange({ rhythm: value === "monthly" ? "monthly" : "weekly", day: 1 })
            }
            className="w-full"
          />
        </Field>
        <Field label="Day">
          <Select
            items={rhythm === "weekly" ? WEEK_DAYS : MONTH_DAYS}
            value={String(day)}
            onValueChange={(value) => onChange({ day: Number(value) })}
            className="w-full"
          />
        </Field>
        <Field label="Hour">
          <Select
            items={HOURS}
            value={String(hour)}
            onValueChange={(value) => onChange({ hour: Number(value) })}
            className="w-full"
          />
        </Field>
      </div>
      <p className="text-ink-muted text-xs">
        By the clocks of {timezone}.{" "}
        {rhythm === "weekly"
          ? "It holds the figures of the seven days before."
          : "It holds the figures of the calendar month before."}
      </p>
    </div>
  );
}
