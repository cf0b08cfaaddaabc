"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button.tsx";
import type { ButtonSize, ButtonVariant } from "./button-class.ts";
import { IconButton } from "./icon-button.tsx";

export type CopyButtonProps = {
  text: string;
  /** What is copied, for the name of the button: "Copy e-mail". */
  label?: string;
  /** Shows the label beside the icon. */
  withLabel?: boolean;
  size?: ButtonSize;
  variant?: ButtonVariant;
  className?: string;
};

export function CopyButton({
  text,
  label = "Copy",
  withLabel = false,
  size = "sm",
  variant,
  className,
}: CopyButtonProps) {
  const [said, setSaid] = useState<"" | "Copied" | "Could not copy">("");
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(""), 1600);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid("Copied"),
      () => setSaid("Could not copy"),
    );
  const icon =
    said === "Copied" ? (
      <Check aria-hidden="true" className="text-positive-text" />
    ) : (
      <Copy aria-hidden="true" />
    );
  return (
    <>
      {withLabel ? (
        <Button size={size} variant={variant} icon={icon} onClick={copy} className={className}>
          {said || label}
        </Button>
      ) : (
        <IconButton
          label={label}
          icon={icon}
          size={size}
          variant={variant ?? "ghost"}
          onClick={copy}
          className={className}
        />
      )}
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}
