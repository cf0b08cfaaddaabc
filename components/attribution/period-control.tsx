"use client";

import { CalendarDays, Check, ChevronsUpDown } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { useId, useState } from "react";
import { searchHref } from "#components/table/search-href.ts";
import { cn } from "#components/ui/cn.ts";
import { CONTROL_CLASS } from "#components/ui/control-class.ts";
import { Popover } from "#components/ui/popover.tsx";
import { ControlLabel } from "./control-label.tsx";
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
  const id = useId();
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
    <div className={cn("flex min-w-0 flex-col gap-1.5", className)}>
      <ControlLabel id={`${id}-label`}>Period</ControlLabel>
      <Popover
        open={open}
        onOpenChange={setOpen}
        className="w-64 p-1"
        title={
          <span className="-mb-1 block px-2 pt-1.5 font-medium text-ink-muted text-xs">
            Period of the conversions
          </span>
        }
        trigger={
          <button
            type="button"
            aria-labelledby={`${id}-label ${id}-value`}
            className={cn(
              CONTROL_CLASS,
              "inline-flex h-8 select-none items-center gap-2 pr-2 text-left",
            )}
          >
            <CalendarDays aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
            <span id={`${id}-value`} className="flex min-w-0 flex-1 items-baseline gap-2">
              <span className="shrink-0">{current?.label ?? "Custom"}</span>
              <span className="truncate text-ink-muted text-xs">{words}</span>
            </span>
            <ChevronsUpDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
          </button>
        }
      >
        <ul aria-label="Ready-made periods">
          {presets.map((preset) => (
            <li key={preset.label}>
              <button
                type="button"
                aria-pressed={preset === current}
                onClick={() => choose(datesOf(preset))}
                className="flex h-8 w-full items-center justify-between rounded-md px-2 text-left text-sm hover:bg-hover focus-visible:-outline-offset-2"
              >
                {preset.label}
                {preset === current && (
                  <Check aria-hidden="true" className="size-4 text-accent-text" />
                )}
              </button>
            </li>
          ))}
        </ul>
        <PeriodForm key={`${from} ${to}`} from={from} to={to} onApply={choose} />
        <p className="px-2 pb-1.5 text-ink-muted text-xs">Days of {timezone}, both included.</p>
      </Popover>
    </div>
  );
}

function datesOf({ from, to, isDefault }: PeriodPreset) {
  return isDefault ? { from: null, to: null } : { from, to };
}
