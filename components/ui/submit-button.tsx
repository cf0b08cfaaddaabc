"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button.tsx";

/** The button of a form with a server action: it spins while the action runs. */
export function SubmitButton({ variant = "primary", ...rest }: Omit<ButtonProps, "type">) {
  const { pending } = useFormStatus();
  return <Button {...rest} type="submit" variant={variant} loading={pending} />;
}
