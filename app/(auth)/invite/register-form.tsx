"use client";

import { ActionForm } from "#components/people/action-form.tsx";
import { NewAccountFields } from "#components/people/new-account-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { registerAndJoin } from "./actions.ts";

/** For somebody without an account: a name and a password make one. */
export function RegisterForm({ token, email }: { token: string; email: string }) {
  return (
    <ActionForm action={registerAndJoin}>
      {(state) => (
        <>
          <input type="hidden" name="token" value={token} />
          {/* For password managers, which store the password under this name. */}
          <input type="text" value={email} autoComplete="username" readOnly hidden />
          <NewAccountFields state={state} />
          <SubmitButton size="lg" className="mt-1 w-full">
            Create account and join
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
