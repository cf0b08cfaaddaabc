"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "#components/ui/cn.ts";
import { CONTROL_CLASS } from "#components/ui/control-class.ts";
import { Popover } from "#components/ui/popover.tsx";
import { ControlLabel } from "./control-label.tsx";

export type ControlPopoverProps = {
  label: string;
  /** What is chosen, and its dates in words. */
  value: string;
  words: string;
  icon: ReactNode;
  title: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
  className?: string;
};

/** A control of the report that opens more than a list. */
export function ControlPopover(props: ControlPopoverProps) {
  const { label, value, words, icon, title, open, onOpenChange, children, className } = props;
  const id = useId();
  return (
    <div className={cn("flex min-w-0 flex-col gap-1.5", className)}>
      <ControlLabel id={`${id}-label`}>{label}</ControlLabel>
      <Popover
        open={open}
        onOpenChange={onOpenChange}
        className="max-h-(--available-height) w-72 max-w-(--available-width) overflow-y-auto p-1"
        title={
          <span className="-mb-1 block px-2 pt-1.5 font-medium text-ink-muted text-xs">
            {title}
          </span>
        }
        trigger={
          <button
            type="button"
            aria-labelledby={`${id}-label ${id}-value`}
            className={cn(
              CONTROL_CLASS,
              "inline-flex h-8 select-none items-center gap-2 pr-2 text-left [&_svg]:size-3.5 [&_svg]:shrink-0 [&_svg]:text-ink-faint",
            )}
          >
            {icon}
            <span id={`${id}-value`} className="flex min-w-0 flex-1 items-baseline gap-2">
              <span className="shrink-0">{value}</span>
              <span className="truncate text-ink-muted text-xs">{words}</span>
            </span>
            <ChevronsUpDown aria-hidden="true" />
          </button>
        }
      >
        {children}
      </Popover>
    </div>
  );
}

type ControlOptionProps = { label: string; isChosen: boolean; onChoose: () => void };

/** One of the ready-made choices of such a control. */
export function ControlOption({ label, isChosen, onChoose }: ControlOptionProps) {
  return (
    <li>
      <button
        type="button"
        aria-pressed={isChosen}
        onClick={onChoose}
        className="flex h-8 w-full items-center justify-between rounded-md px-2 text-left text-sm hover:bg-hover focus-visible:-outline-offset-2"
      >
        {label}
        {isChosen && <Check aria-hidden="true" className="size-4 text-accent-text" />}
      </button>
    </li>
  );
}
