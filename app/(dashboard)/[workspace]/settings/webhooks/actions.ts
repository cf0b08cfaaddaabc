"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { CreatedEndpoint, Problem, TestAnswer } from "#components/webhooks/webhook-actions.ts";
import { type Member, requireMemberForAction } from "#lib/auth/require-member.ts";
import { env } from "#lib/env.ts";
import { isFoyerError } from "#lib/errors.ts";
import * as endpoints from "#lib/webhooks/endpoints.ts";
import { revokeSecret as endSecret, OVERLAP_HOURS, rotateSecret } from "#lib/webhooks/secrets.ts";
import { sendTestEvent } from "#lib/webhooks/send-test-event.ts";

const idArgument = z.string().max(64);
const textArgument = z.string().max(1_000);
const overlapArgument = z.literal(OVERLAP_HOURS);

/** Gate, then work. An expected failure is answered in words. */
async function attempt<T>(
  slug: string,
  work: (admin: Member) => Promise<T>,
): Promise<{ done: T } | { failed: Problem }> {
  try {
    return { done: await work(await requireMemberForAction(slug, "webhooks.manage")) };
  } catch (error) {
    if (!isFoyerError(error)) throw error;
    const field = error.detail?.field;
    return {
      failed: { problem: error.message, ...(typeof field === "string" && { field }) },
    };
  }
}

/** A change of what the page shows: afterwards it is read anew. */
async function change(
  slug: string,
  work: (admin: Member) => Promise<void>,
): Promise<string | undefined> {
  const result = await attempt(slug, work);
  if ("failed" in result) return result.failed.problem;
  revalidatePath(`/${slug}/settings/webhooks`);
  return undefined;
}

// The two that show a secret once leave the page as it is: their dialogs refresh it when they close.

export async function createEndpoint(
  slug: string,
  name: string,
): Promise<CreatedEndpoint | Problem> {
  const result = await attempt(slug, ({ workspace, user }) =>
    endpoints.createEndpoint(workspace.id, { name: textArgument.parse(name), actorId: user.id }),
  );
  if ("failed" in result) return result.failed;
  const { endpoint, secret } = result.done;
  return { id: endpoint.id, url: `${env().APP_URL}/api/webhooks/${endpoint.id}`, secret };
}

export async function replaceSecret(
  slug: string,
  endpointId: string,
  overlapHours: number,
  given?: string,
): Promise<{ secret: string } | Problem> {
  const result = await attempt(slug, ({ workspace, user }) =>
    rotateSecret(workspace.id, idArgument.parse(endpointId), overlapArgument.parse(overlapHours), {
      actorId: user.id,
      ...(given !== undefined && { given: textArgument.parse(given) }),
    }),
  );
  return "failed" in result ? result.failed : { secret: result.done.secret };
}

export async function renameEndpoint(slug: string, id: string, name: string) {
  return change(slug, ({ workspace, user }) =>
    endpoints.renameEndpoint(workspace.id, idArgument.parse(id), textArgument.parse(name), user.id),
  );
}

export async function setEndpointDisabled(slug: string, id: string, disabled: boolean) {
  return change(slug, ({ workspace, user }) =>
    endpoints.setEndpointDisabled(workspace.id, idArgument.parse(id), disabled === true, user.id),
  );
}

export async function revokeSecret(slug: string, secretId: string) {
  return change(slug, ({ workspace, user }) =>
    endSecret(workspace.id, idArgument.parse(secretId), user.id),
  );
}

export async function sendTest(slug: string, endpointId: string): Promise<TestAnswer | Problem> {
  const result = await attempt(slug, ({ workspace, user }) =>
    sendTestEvent(workspace.id, idArgument.parse(endpointId), user.id),
  );
  if ("failed" in result) return result.failed;
  const { status, deliveryId } = result.done;
  revalidatePath(`/${slug}/settings/webhooks`);
  return { status, href: deliveryId && `/${slug}/settings/deliveries/${deliveryId}` };
}
