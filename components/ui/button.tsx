"use client";

import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class.ts";
import { cn } from "./cn.ts";
import { Spinner } from "./spinner.tsx";

export type ButtonProps = Omit<ComponentProps<"button">, "className"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Shows a spinner and ignores presses, but keeps the focus where it is. */
  loading?: boolean;
  icon?: ReactNode;
  className?: string;
};

export function Button({
  variant,
  size,
  loading = false,
  icon,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      onClick={loading ? ignore : onClick}
      aria-disabled={loading || undefined}
      aria-busy={loading || undefined}
      className={cn(buttonClass(variant, size), className)}
    >
      {loading ? <Spinner /> : icon}
      {children}
    </button>
  );
}

/** A disabled button would lose the focus. */
function ignore(event: MouseEvent): void {
  event.preventDefault();
}
