"use client";

import { useSyncExternalStore } from "react";
import { ActionForm } from "#components/people/action-form.tsx";
import { NewAccountFields } from "#components/people/new-account-fields.tsx";
import { TextField } from "#components/people/text-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { setUp } from "./actions.ts";

const never = () => () => undefined;
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function SetupForm({ token }: { token: string }) {
  const timezone = useSyncExternalStore(never, browserZone, () => "UTC");
  return (
    <ActionForm action={setUp}>
      {(state) => (
        <>
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
          <NewAccountFields state={state} autoFocus={false}>
            <TextField
              label="E-mail"
              name="email"
              type="email"
              autoComplete="username"
              required
              state={state}
            />
          </NewAccountFields>
          <SubmitButton size="lg" className="mt-1 w-full">
            Create workspace
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
