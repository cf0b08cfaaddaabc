"use client";

import { Switch as Base } from "@base-ui/react/switch";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export type SwitchProps = {
  label?: ReactNode;
  description?: ReactNode;
  name?: string;
  checked?: boolean;
  defaultChecked?: boolean;
  disabled?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  className?: string;
  "aria-label"?: string;
};

export function Switch({ label, description, className, ...rest }: SwitchProps) {
  const track = (
    <Base.Root
      {...rest}
      className="hit-area flex h-[1.125rem] w-8 shrink-0 items-center rounded-full bg-control p-0.5 transition-colors duration-150 data-checked:bg-accent data-disabled:opacity-50"
    >
      <Base.Thumb className="size-3.5 rounded-full bg-accent-ink shadow-control transition-transform duration-150 data-checked:translate-x-3.5" />
    </Base.Root>
  );
  if (!label) return track;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the track is the control, built two lines above
    <label className={cn("flex items-start justify-between gap-4 text-sm", className)}>
      <span className="min-w-0">
        <span className="font-medium">{label}</span>
        {description && <span className="block text-ink-muted text-xs">{description}</span>}
      </span>
      <span className="flex h-6 items-center">{track}</span>
    </label>
  );
}
