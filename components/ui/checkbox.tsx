"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
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
  const box = (
    <Base.Root
      {...rest}
      className="hit-area flex size-4 shrink-0 items-center justify-center rounded-sm border border-control bg-raised transition-colors duration-100 hover:border-ink-faint data-checked:border-accent data-indeterminate:border-accent data-checked:bg-accent data-indeterminate:bg-accent data-disabled:opacity-50"
    >
      <Base.Indicator className="text-accent-ink">
        {rest.indeterminate ? (
          <Minus aria-hidden="true" className="size-3" strokeWidth={3} />
        ) : (
          <Check aria-hidden="true" className="size-3" strokeWidth={3} />
        )}
      </Base.Indicator>
    </Base.Root>
  );
  if (!label) return box;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the box is the control, built two lines above
    <label className={cn("flex min-h-6 items-start gap-2.5 text-sm", className)}>
      <span className="flex h-5 items-center">{box}</span>
      <span>
        {label}
        {description && <span className="block text-ink-muted text-xs">{description}</span>}
      </span>
    </label>
  );
}
