"use client";

import { useActionState, useSyncExternalStore } from "react";
import { FormMessage } from "#components/people/form-message.tsx";
import { TextField } from "#components/people/text-field.tsx";
import { useFocusOnError } from "#components/people/use-focus-on-error.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { IDLE } from "#lib/auth/form-state.ts";
import { setUp } from "./actions.ts";

const never = () => () => undefined;
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function SetupForm({ token }: { token: string }) {
  const [state, action] = useActionState(setUp, IDLE);
  const form = useFocusOnError(state);
  const timezone = useSyncExternalStore(never, browserZone, () => "UTC");
  return (
    <form ref={form} action={action} noValidate className="flex flex-col gap-4">
      <FormMessage text={state.message} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="timezone" value={timezone} />
      <TextField
        label="Workspace"
        name="workspace"
        description={`Usually your company’s name. Its reports will use your time zone, ${timezone}.`}
        autoComplete="organization"
        autoFocus
        required
        state={state}
      />
      <TextField label="Your name" name="name" autoComplete="name" required state={state} />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
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
        Create workspace
      </SubmitButton>
    </form>
  );
}
