"use client";

import { Field as Base } from "@base-ui/react/field";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export type FieldProps = {
  label: ReactNode;
  description?: ReactNode;
  /** What the server or the page says about the value; the browser's own checks need nothing. */
  error?: string | null;
  name?: string;
  optional?: boolean;
  disabled?: boolean;
  /** The label is read aloud but not shown. */
  hideLabel?: boolean;
  /** Input, Textarea or Select. */
  children: ReactNode;
  className?: string;
};

export function Field(props: FieldProps) {
  const { label, description, error, name, optional, disabled, hideLabel, children } = props;
  return (
    <Base.Root
      name={name}
      disabled={disabled}
      invalid={error ? true : undefined}
      className={cn("flex min-w-0 flex-col gap-1.5", props.className)}
    >
      <Base.Label className={cn("font-medium text-ink text-sm", hideLabel && "sr-only")}>
        {label}
        {optional && <span className="ml-1.5 font-normal text-ink-faint text-xs">Optional</span>}
      </Base.Label>
      {children}
      {description && (
        <Base.Description className="text-ink-muted text-xs">{description}</Base.Description>
      )}
      <Base.Error
        {...(error ? { match: true } : {})}
        className="flex items-start gap-1.5 text-danger-text text-xs"
      >
        {error ? (
          <>
            <CircleAlert aria-hidden="true" className="mt-px size-3.5 shrink-0" />
            <span>{error}</span>
          </>
        ) : undefined}
      </Base.Error>
    </Base.Root>
  );
}
