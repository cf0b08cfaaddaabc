"use client";

import { Field } from "@base-ui/react/field";
import type { ComponentProps, Ref } from "react";
import { cn } from "./cn.ts";
import { CONTROL_CLASS } from "./control-class.ts";

export type TextareaProps = {
  name?: string;
  rows?: number;
  placeholder?: string;
  defaultValue?: string;
  value?: string;
  onValueChange?: (value: string) => void;
  required?: boolean;
  disabled?: boolean;
  maxLength?: number;
  className?: string;
  "aria-label"?: string;
  onKeyDown?: ComponentProps<"textarea">["onKeyDown"];
  ref?: Ref<HTMLElement>;
};

export function Textarea({
  className,
  rows = 4,
  maxLength,
  onKeyDown,
  onValueChange,
  ...rest
}: TextareaProps) {
  return (
    <Field.Control
      {...rest}
      onValueChange={onValueChange && ((value) => onValueChange(String(value)))}
      render={<textarea rows={rows} maxLength={maxLength} onKeyDown={onKeyDown} />}
      className={cn(CONTROL_CLASS, "py-1.5 leading-5", className)}
    />
  );
}
