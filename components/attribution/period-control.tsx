"use client";

import { CalendarDays } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";
import { searchHref } from "#components/table/search-href.ts";
import { ControlOption, ControlPopover } from "./control-popover.tsx";
import { PeriodForm } from "./period-form.tsx";
import { useReportGo } from "./report-pending.tsx";

export type PeriodPreset = {
  label: string;
  from: string;
  to: string;
  /** The period of a URL without dates. */
  isDefault: boolean;
};

export type PeriodControlProps = {
  from: string;
  to: string;
  /** The dates in words. */
  words: string;
  presets: readonly PeriodPreset[];
  /** Whose days they are. */
  timezone: string;
  className?: string;
};

/** The days of the conversions: ready-made periods, or two dates. */
export function PeriodControl(props: PeriodControlProps) {
  const { from, to, words, presets, timezone, className } = props;
  const [open, setOpen] = useState(false);
  const path = usePathname();
  const query = useSearchParams();
  const go = useReportGo();
  const current = presets.find((preset) => preset.from === from && preset.to === to);
  const choose = (dates: { from: string | null; to: string | null }) => {
    setOpen(false);
    go(searchHref(path, query.toString(), dates));
  };
  return (
    <ControlPopover
      label="Period"
      value={current?.label ?? "Custom"}
      words={words}
      icon={<CalendarDays aria-hidden="true" />}
      title="Period of the conversions"
      open={open}
      onOpenChange={setOpen}
      className={className}
    >
      <ul aria-label="Ready-made periods" className="grid grid-cols-2">
        {presets.map((preset) => (
          <ControlOption
            key={preset.label}
            label={preset.label}
            isChosen={preset === current}
            onChoose={() => choose(datesOf(preset))}
          />
        ))}
      </ul>
      <PeriodForm key={`${from} ${to}`} from={from} to={to} onApply={choose} />
      <p className="px-2 pb-1.5 text-ink-muted text-xs">Days of {timezone}, both included.</p>
    </ControlPopover>
  );
}

function datesOf({ from, to, isDefault }: PeriodPreset) {
  return isDefault ? { from: null, to: null } : { from, to };
}
