"use client";

import { Check } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { CONTROL_CLASS } from "#components/ui/control-class.ts";
import { MENU_ITEM_CLASS } from "#components/ui/menu-item-class.ts";
import type { Filter } from "./filter.ts";

type FilterEditorProps = {
  filter: Filter;
  value: string;
  onChange: (value: string) => void;
};

/** What opens under a chip: a list of options, or a field. */
export function FilterEditor({ filter, value, onChange }: FilterEditorProps) {
  const [text, setText] = useState(value);
  if (filter.kind === "options") {
    return (
      <ul aria-label={filter.label} className="max-h-72 overflow-y-auto">
        {filter.options.map((option) => (
          <li key={option.value}>
            <button
              type="button"
              aria-pressed={option.value === value}
              onClick={() => onChange(option.value)}
              className={cn(
                MENU_ITEM_CLASS,
                "w-full text-left hover:bg-highlight focus-visible:bg-highlight focus-visible:outline-2 focus-visible:outline-focus focus-visible:-outline-offset-2",
              )}
            >
              <span className="flex-1 truncate">{option.label}</span>
              {option.value === value && <Check aria-hidden="true" className="text-accent-text" />}
            </button>
          </li>
        ))}
      </ul>
    );
  }
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) onChange(text.trim());
  };
  return (
    <form onSubmit={apply} className="flex gap-2 p-1">
      <input
        type={filter.kind}
        aria-label={filter.label}
        placeholder={filter.placeholder}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        className={cn(CONTROL_CLASS, "h-8")}
      />
      <Button type="submit" variant="primary" disabled={!text.trim()}>
        Apply
      </Button>
    </form>
  );
}
