"use client";

import { useActionState } from "react";
import { FormMessage } from "#components/people/form-message.tsx";
import { useFocusOnError } from "#components/people/use-focus-on-error.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { IDLE } from "#lib/auth/form-state.ts";
import { joinWorkspace } from "./actions.ts";

/** For somebody who is signed in with the invited e-mail: one button. */
export function JoinForm({ token, workspaceName }: { token: string; workspaceName: string }) {
  const [state, action] = useActionState(joinWorkspace, IDLE);
  const form = useFocusOnError(state);
  return (
    <form ref={form} action={action} className="flex flex-col gap-4">
      <FormMessage text={state.message} />
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="lg" className="w-full">
        Join {workspaceName}
      </SubmitButton>
    </form>
  );
}
