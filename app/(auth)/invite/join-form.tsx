"use client";

import { ActionForm } from "#components/people/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { joinWorkspace } from "./actions.ts";

/** For somebody who is signed in with the invited e-mail: one button. */
export function JoinForm({ token, workspaceName }: { token: string; workspaceName: string }) {
  return (
    <ActionForm action={joinWorkspace}>
      {() => (
        <>
          <input type="hidden" name="token" value={token} />
          <SubmitButton size="lg" className="w-full">
            Join {workspaceName}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
