"use client";

import { Input as BaseInput } from "@base-ui/react/input";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { CONTROL_CLASS } from "./control-class.ts";

export type InputProps = Omit<ComponentProps<typeof BaseInput>, "className"> & {
  className?: string;
};

/** A text field. Inside a Field it is wired to the label, the description and the error. */
export function Input({ className, ...rest }: InputProps) {
  return <BaseInput {...rest} className={cn(CONTROL_CLASS, "h-8", className)} />;
}
