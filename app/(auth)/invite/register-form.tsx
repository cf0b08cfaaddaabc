"use client";

import { useActionState } from "react";
import { FormMessage } from "#components/people/form-message.tsx";
import { TextField } from "#components/people/text-field.tsx";
import { useFocusOnError } from "#components/people/use-focus-on-error.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { IDLE } from "#lib/auth/form-state.ts";
import { registerAndJoin } from "./actions.ts";

/** For somebody without an account: a name and a password make one. */
export function RegisterForm({ token, email }: { token: string; email: string }) {
  const [state, action] = useActionState(registerAndJoin, IDLE);
  const form = useFocusOnError(state);
  return (
    <form ref={form} action={action} noValidate className="flex flex-col gap-4">
      <FormMessage text={state.message} />
      <input type="hidden" name="token" value={token} />
      {/* For password managers, which store the password under this name. */}
      <input type="text" value={email} autoComplete="username" readOnly hidden />
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        autoFocus
        required
        state={state}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        description="At least 12 characters. A few words are easy to remember."
        autoComplete="new-password"
        required
        state={state}
      />
      <SubmitButton size="lg" className="mt-1 w-full">
        Create account and join
      </SubmitButton>
    </form>
  );
}
