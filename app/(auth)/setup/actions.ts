"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { startSession } from "#lib/auth/auth-session.ts";
import { completeSetup } from "#lib/auth/complete-setup.ts";
import { emailField, nameField, tokenField } from "#lib/auth/fields.ts";
import { type FormState, failedForm, parseForm } from "#lib/auth/form-state.ts";
import { newPasswordSchema } from "#lib/auth/password.ts";
import { requestOrigin } from "#lib/auth/request-origin.ts";
import { setSessionCookie } from "#lib/auth/session-cookie.ts";
import { newWorkspaceSchema } from "#lib/workspaces/create-workspace.ts";

const schema = z.object({
  token: tokenField,
  workspace: newWorkspaceSchema.shape.name,
  // The browser's word for its zone may be newer than our list; that is no reason to refuse.
  timezone: newWorkspaceSchema.shape.timezone.catch("UTC"),
  name: nameField,
  email: emailField,
  password: newPasswordSchema,
});

export async function setUp(_: FormState, form: FormData): Promise<FormState> {
  const { data, state } = parseForm(schema, form);
  if (!data) return state;
  const { token, workspace, timezone, ...admin } = data;
  let slug: string;
  try {
    const made = await completeSetup(token, { name: workspace, timezone, admin });
    slug = made.slug;
    await setSessionCookie(await startSession(made.userId, (await requestOrigin()).userAgent));
  } catch (error) {
    return failedForm(error, form);
  }
  return redirect(`/${slug}/settings/webhooks`);
}
