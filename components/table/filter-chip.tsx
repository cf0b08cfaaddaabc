"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { Popover } from "#components/ui/popover.tsx";
import { type Filter, filterValueLabel } from "./filter.ts";
import { FilterEditor } from "./filter-editor.tsx";

type FilterChipProps = {
  filter: Filter;
  value: string;
  onChange: (value: string | null) => void;
  onCancel?: () => void;
  initiallyOpen?: boolean;
};

export function FilterChip(props: FilterChipProps) {
  const { filter, value, onChange, onCancel, initiallyOpen = false } = props;
  const [open, setOpen] = useState(initiallyOpen);
  const toggle = (next: boolean) => {
    setOpen(next);
    if (!next) onCancel?.();
  };
  const edge = "flex h-7 items-center hover:bg-hover focus-visible:outline-offset-0";
  return (
    <span className="inline-flex h-7.5 max-w-full items-stretch overflow-clip rounded-md border border-line-strong bg-raised text-xs shadow-control [overflow-clip-margin:4px]">
      <Popover
        open={open}
        onOpenChange={toggle}
        label={filter.label}
        className={filter.kind === "options" ? "w-56 p-1" : "p-1"}
        trigger={
          <button type="button" className={`${edge} min-w-0 gap-1.5 rounded-l-md pr-1.5 pl-2.5`}>
            <span className="text-ink-muted">{filter.label}</span>
            <span className="truncate font-medium text-ink">
              {value ? filterValueLabel(filter, value) : "…"}
            </span>
          </button>
        }
      >
        <FilterEditor
          filter={filter}
          value={value}
          onChange={(next) => {
            setOpen(false);
            onChange(next);
          }}
        />
      </Popover>
      <button
        type="button"
        aria-label={`Remove the filter ${filter.label}`}
        onClick={() => (value ? onChange(null) : toggle(false))}
        className={`${edge} w-6 justify-center rounded-r-md text-ink-faint hover:text-ink`}
      >
        <X aria-hidden="true" className="size-3.5" />
      </button>
    </span>
  );
}
