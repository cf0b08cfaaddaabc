import type { ReactNode } from "react";
import type { FormState } from "#lib/auth/form-state.ts";
import { TextField } from "./text-field.tsx";

type NewAccountFieldsProps = {
  state: FormState;
  /** False where the form begins with something else. */
  autoFocus?: boolean;
  /** Between the two: the e-mail, where it is asked for. */
  children?: ReactNode;
};

/** The name and the password of somebody who gets an account. */
export function NewAccountFields({ state, autoFocus = true, children }: NewAccountFieldsProps) {
  return (
    <>
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        autoFocus={autoFocus}
        required
        state={state}
      />
      {children}
      <TextField
        label="Password"
        name="password"
        type="password"
        description="At least 12 characters. A few words are easy to remember."
        autoComplete="new-password"
        required
        state={state}
      />
    </>
  );
}
