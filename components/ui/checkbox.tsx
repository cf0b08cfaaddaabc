"use client";

import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export type CheckboxProps = {
  /** The words beside the box; without them give `aria-label`. */
  label?: ReactNode;
  description?: ReactNode;
  name?: string;
  value?: string;
  checked?: boolean;
  defaultChecked?: boolean;
  indeterminate?: boolean;
  disabled?: boolean;
  required?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  className?: string;
  "aria-label"?: string;
};

export function Checkbox({ label, description, className, ...rest }: CheckboxProps) {
  const { indeterminate = false, onCheckedChange, ...input } = rest;
  const Icon = indeterminate ? Minus : Check;
  const box = (
    <span className="relative flex size-4 shrink-0">
      <input
        {...input}
        type="checkbox"
        // There is no attribute for it.
        ref={(node) => {
          if (node) node.indeterminate = indeterminate;
        }}
        onChange={(event) => onCheckedChange?.(event.currentTarget.checked)}
        className="peer absolute -inset-1 m-0 size-6 opacity-0"
      />
      <span aria-hidden="true" className="check-box">
        <Icon className="size-3" strokeWidth={3} />
      </span>
    </span>
  );
  if (!label) return box;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the box is the control, built above
    <label className={cn("flex min-h-6 items-start gap-2.5 text-sm", className)}>
      <span className="flex h-5 items-center">{box}</span>
      <span>
        {label}
        {description && <span className="block text-ink-muted text-xs">{description}</span>}
      </span>
    </label>
  );
}
