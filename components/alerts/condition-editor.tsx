"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Condition } from "#lib/alerts/conditions.ts";
import { OWNER_ITEMS, STAGE_ITEMS, VALIDITY_ITEMS } from "./condition-words.ts";
import { CountryCodes } from "./country-codes.tsx";
import { NumberInput } from "./number-input.tsx";

export type ConditionEditorProps = {
  condition: Condition;
  /** What the condition is called, for fields that show no name. */
  label: string;
  /** A personal rule has a person to whom “mine” refers. */
  isPersonal: boolean;
  onChange: (next: Condition) => void;
};

/** The fields of one condition. */
export function ConditionEditor(props: ConditionEditorProps) {
  const { condition: one, label, isPersonal, onChange } = props;
  switch (one.is) {
    case "page":
      return (
        <Text
          label={label}
          value={one.path}
          onChange={(path) => onChange({ ...one, path })}
          isCode
        />
      );
    case "campaign":
    case "source":
    case "industry":
    case "title":
      return (
        <Text label={label} value={one.text} onChange={(text) => onChange({ ...one, text })} />
      );
    case "stage":
      return (
        <Select
          aria-label={label}
          items={STAGE_ITEMS}
          value={one.stage}
          onValueChange={(value) => {
            const stage = STAGE_ITEMS.find((item) => item.value === value)?.value;
            if (stage) onChange({ ...one, stage });
          }}
          className="w-full sm:w-56"
        />
      );
    case "returnVisit":
      return (
        <Row before="for visit number" after="or later">
          <NumberInput
            label={label}
            value={one.visits}
            onChange={(n) => onChange({ ...one, visits: n ?? 2 })}
          />
        </Row>
      );
    case "score":
      return (
        <Row before="at least" after="of 100">
          <NumberInput
            label={label}
            value={one.min}
            onChange={(n) => onChange({ ...one, min: n ?? 0 })}
          />
        </Row>
      );
    case "companySize":
      return (
        <Row before="from" after="employees">
          <NumberInput
            label="Smallest size"
            value={one.min}
            onChange={(min) => onChange({ ...one, min })}
          />
          <span className="text-ink-muted text-sm">to</span>
          <NumberInput
            label="Largest size"
            value={one.max}
            onChange={(max) => onChange({ ...one, max })}
            placeholder="any"
          />
        </Row>
      );
    case "country":
      return <CountryCodes codes={one.codes} onChange={(codes) => onChange({ ...one, codes })} />;
    case "validity":
      return (
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {VALIDITY_ITEMS.map(({ value, label: name }) => (
            <Checkbox
              key={value}
              label={name}
              checked={one.among.includes(value)}
              onCheckedChange={(isOn) =>
                onChange({
                  ...one,
                  among: isOn ? [...one.among, value] : one.among.filter((each) => each !== value),
                })
              }
            />
          ))}
        </div>
      );
    case "owner":
      return (
        <Select
          aria-label={label}
          items={OWNER_ITEMS.filter(({ value }) => isPersonal || value !== "me")}
          value={one.who}
          onValueChange={(value) => {
            const who = OWNER_ITEMS.find((item) => item.value === value)?.value;
            if (who) onChange({ ...one, who });
          }}
          className="w-full sm:w-56"
        />
      );
  }
}

type TextProps = {
  label: string;
  value: string;
  onChange: (next: string) => void;
  isCode?: boolean;
};

function Text({ label, value, onChange, isCode }: TextProps) {
  return (
    <Input
      aria-label={label}
      value={value}
      onValueChange={onChange}
      placeholder={isCode ? "/pricing*" : "contains…"}
      maxLength={200}
      className={isCode ? "w-full font-mono text-xs sm:w-72" : "w-full sm:w-72"}
    />
  );
}

type RowProps = { before: string; after: string; children: React.ReactNode };

function Row({ before, after, children }: RowProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-ink-muted text-sm">{before}</span>
      {children}
      <span className="text-ink-muted text-sm">{after}</span>
    </div>
  );
}
