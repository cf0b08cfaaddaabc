"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { CreatedEndpoint, TestAnswer } from "#components/webhooks/webhook-actions.ts";
import { attempt, type Problem, problemOf } from "#lib/attempt.ts";
import { type Member, requireMemberForAction } from "#lib/auth/require-member.ts";
import { env } from "#lib/env.ts";
import * as endpoints from "#lib/webhooks/endpoints.ts";
import { revokeSecret as endSecret, OVERLAP_HOURS, rotateSecret } from "#lib/webhooks/secrets.ts";
import { sendTestEvent } from "#lib/webhooks/send-test-event.ts";

const idArgument = z.string().max(64);
const textArgument = z.string().max(1_000);
const overlapArgument = z.literal(OVERLAP_HOURS);

const gate = (slug: string) => requireMemberForAction(slug, "webhooks.manage");

/** A change of what the page shows: afterwards it is read anew. */
async function change(
  slug: string,
  work: (admin: Member) => Promise<void>,
): Promise<string | undefined> {
  return problemOf(async () => {
    await work(await gate(slug));
    revalidatePath(`/${slug}/settings/webhooks`);
  });
}

// The two that show a secret once leave the page as it is: their dialogs refresh it when they close.

export async function createEndpoint(
  slug: string,
  name: string,
): Promise<CreatedEndpoint | Problem> {
  return attempt(async () => {
    const { workspace, user } = await gate(slug);
    const { endpoint, secret } = await endpoints.createEndpoint(workspace.id, {
      name: textArgument.parse(name),
      actorId: user.id,
    });
    return { id: endpoint.id, url: `${env().APP_URL}/api/webhooks/${endpoint.id}`, secret };
  });
}

export async function replaceSecret(
  slug: string,
  endpointId: string,
  overlapHours: number,
  given?: string,
): Promise<{ secret: string } | Problem> {
  return attempt(async () => {
    const { workspace, user } = await gate(slug);
    const [id, overlap] = [idArgument.parse(endpointId), overlapArgument.parse(overlapHours)];
    const { secret } = await rotateSecret(workspace.id, id, overlap, {
      actorId: user.id,
      ...(given !== undefined && { given: textArgument.parse(given) }),
    });
    return { secret };
  });
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
  return attempt(async () => {
    const { workspace, user } = await gate(slug);
    const id = idArgument.parse(endpointId);
    const { status, deliveryId } = await sendTestEvent(workspace.id, id, user.id);
    revalidatePath(`/${slug}/settings/webhooks`);
    return { status, href: deliveryId && `/${slug}/settings/deliveries/${deliveryId}` };
  });
}
