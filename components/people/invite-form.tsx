"use client";

import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/auth/form-state.ts";
import { ActionForm } from "./action-form.tsx";
import { InvitationLink } from "./invitation-link.tsx";
import { ROLE_ITEMS } from "./role-items.ts";
import { TextField } from "./text-field.tsx";

export type InviteFormProps = {
  invite: (state: FormState, form: FormData) => Promise<FormState>;
};

export function InviteForm({ invite }: InviteFormProps) {
  return (
    <ActionForm action={invite}>
      {(state) => (
        <>
          <div className="flex flex-col gap-4 sm:flex-row sm:items-start">
            <div className="min-w-0 flex-1">
              <TextField
                label="E-mail"
                name="email"
                type="email"
                autoComplete="off"
                placeholder="name@example.com"
                required
                state={state}
              />
            </div>
            <Field label="Role" name="role" error={state.errors?.role} className="sm:w-56">
              <Select
                key={state.values?.role}
                name="role"
                items={ROLE_ITEMS}
                defaultValue={state.values?.role ?? "rep"}
                className="h-9 w-full"
              />
            </Field>
          </div>
          <div>
            <SubmitButton>Create invitation link</SubmitButton>
          </div>
          {state.made && (
            <InvitationLink key={state.made} link={state.made} mailedTo={state.values?.mailedTo} />
          )}
        </>
      )}
    </ActionForm>
  );
}
