"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { startSession } from "#lib/auth/auth-session.ts";
import { verifyCredentials } from "#lib/auth/credentials.ts";
import { emailField } from "#lib/auth/fields.ts";
import { type FormState, failedForm, parseForm } from "#lib/auth/form-state.ts";
import { requestOrigin } from "#lib/auth/request-origin.ts";
import { safeNext } from "#lib/auth/safe-next.ts";
import { setSessionCookie } from "#lib/auth/session-cookie.ts";

const schema = z.object({
  email: emailField,
  password: z.string().min(1, "Enter your password."),
  next: z.string().optional(),
});

export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  const { data, state } = parseForm(schema, form);
  if (!data) return state;
  const { address, userAgent } = await requestOrigin();
  try {
    const user = await verifyCredentials({ ...data, address });
    await setSessionCookie(await startSession(user.id, userAgent));
  } catch (error) {
    return failedForm(error, form);
  }
  return redirect(safeNext(data.next));
}
