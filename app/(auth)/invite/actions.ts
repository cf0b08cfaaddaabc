"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { startSession } from "#lib/auth/auth-session.ts";
import { tokenField } from "#lib/auth/fields.ts";
import { type FormState, failedForm, parseForm } from "#lib/auth/form-state.ts";
import { requestOrigin } from "#lib/auth/request-origin.ts";
import { getCurrentUser } from "#lib/auth/session.ts";
import { setSessionCookie } from "#lib/auth/session-cookie.ts";
import { FoyerError } from "#lib/errors.ts";
import {
  joinByInvitation,
  newAccountSchema,
  registerByInvitation,
} from "#lib/workspaces/accept-invitation.ts";

const joinSchema = z.object({ token: tokenField });
const registerSchema = newAccountSchema.extend({ token: tokenField });

export async function joinWorkspace(_: FormState, form: FormData): Promise<FormState> {
  const { data, state } = parseForm(joinSchema, form);
  if (!data) return state;
  let slug: string;
  try {
    const user = await getCurrentUser();
    if (!user) throw new FoyerError("unauthenticated", "You have been signed out. Sign in first.");
    slug = await joinByInvitation(data.token, user);
  } catch (error) {
    return failedForm(error, form);
  }
  return redirect(`/${slug}/visitors`);
}

export async function registerAndJoin(_: FormState, form: FormData): Promise<FormState> {
  const { data, state } = parseForm(registerSchema, form);
  if (!data) return state;
  const { token, ...account } = data;
  let slug: string;
  try {
    const joined = await registerByInvitation(token, account);
    slug = joined.slug;
    await setSessionCookie(await startSession(joined.userId, (await requestOrigin()).userAgent));
  } catch (error) {
    return failedForm(error, form);
  }
  return redirect(`/${slug}/visitors`);
}
