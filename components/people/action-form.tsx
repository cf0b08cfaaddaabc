"use client";

import { type ReactNode, useActionState } from "react";
import type { FormState } from "#lib/auth/form-state.ts";
import { FormMessage } from "./form-message.tsx";
import { useFocusOnError } from "./use-focus-on-error.ts";

const IDLE: FormState = { status: "idle" };

export type ActionFormProps = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  initial?: FormState;
  /** The fields and the button, as they stand after the last answer. */
  children: (state: FormState) => ReactNode;
};

/** A form that works before scripts have come: what is wrong stands above it and has the focus. */
export function ActionForm({ action, initial = IDLE, children }: ActionFormProps) {
  const [state, submit] = useActionState(action, initial);
  const form = useFocusOnError(state);
  return (
    <form ref={form} action={submit} noValidate className="flex flex-col gap-4">
      <FormMessage text={state.message} />
      {children(state)}
    </form>
  );
}
