"use client";

import { ActionForm } from "#components/people/action-form.tsx";
import { TextField } from "#components/people/text-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/auth/form-state.ts";
import { signIn } from "./actions.ts";

/** `message` is shown until the form has been sent. */
export function SignInForm({ next, message }: { next: string; message: string | undefined }) {
  const initial: FormState = message ? { status: "error", message } : { status: "idle" };
  return (
    <ActionForm action={signIn} initial={initial}>
      {(state) => (
        <>
          <input type="hidden" name="next" value={next} />
          <TextField
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            autoFocus
            required
            state={state}
          />
          <TextField
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            state={state}
          />
          <SubmitButton size="lg" className="mt-1 w-full">
            Sign in
          </SubmitButton>
          <p className="text-ink-muted text-xs">
            Can’t get in? Ask an admin of your workspace for a new password.
          </p>
        </>
      )}
    </ActionForm>
  );
}
