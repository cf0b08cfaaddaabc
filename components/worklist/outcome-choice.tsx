"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import type { RefObject } from "react";
import type { OutcomeStatus } from "#lib/worklist/account.ts";
import { OUTCOME_LABEL } from "./outcome-words.ts";

const STATUSES = Object.entries(OUTCOME_LABEL) as [OutcomeStatus, string][];

type OutcomeChoiceProps = {
  value: OutcomeStatus;
  onChange: (status: OutcomeStatus) => void;
  /** The radio of the value: where the focus begins. */
  chosen: RefObject<HTMLElement | null>;
};

/** One of the outcomes; the arrow keys move through them. */
export function OutcomeChoice({ value, onChange, chosen }: OutcomeChoiceProps) {
  return (
    <RadioGroup
      aria-label="Outcome"
      value={value}
      onValueChange={(next) => onChange(next as OutcomeStatus)}
      className="grid grid-cols-2 gap-1.5"
    >
      {STATUSES.map(([status, label]) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the radio is the control, inside of it
        <label
          key={status}
          className="flex h-8 items-center gap-2 rounded-md border border-line-strong px-2.5 font-medium text-sm hover:bg-hover has-data-checked:border-accent has-data-checked:bg-accent-soft has-data-checked:text-accent-text"
        >
          <Radio.Root
            value={status}
            {...(status === value && { ref: chosen })}
            className="flex size-4 shrink-0 items-center justify-center rounded-full border border-control bg-raised data-checked:border-accent data-checked:bg-accent"
          >
            <Radio.Indicator className="size-1.5 rounded-full bg-accent-ink" />
          </Radio.Root>
          {label}
        </label>
      ))}
    </RadioGroup>
  );
}
