"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { ReplayAnswer } from "#components/deliveries/delivery-view.ts";
import { attempt } from "#lib/attempt.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { getDelivery } from "#lib/inbox/ledger-queries.ts";
import { replayDelivery } from "#lib/inbox/replay.ts";

const STEP_MS = 100;
const MAX_STEPS = 15;
const idsArgument = z.array(z.string().max(64)).min(1).max(200);

/** Puts deliveries back on the queue, whatever became of them. */
export async function replay(slug: string, ids: string[]): Promise<ReplayAnswer> {
  return attempt(async () => {
    const { workspace, user } = await requireMemberForAction(slug, "webhooks.manage");
    const wanted = idsArgument.parse(ids);
    for (const id of wanted) {
      await replayDelivery(workspace.id, id);
      await recordAudit(workspace.id, user.id, "delivery.replayed", id);
    }
    await settled(workspace.id, wanted.at(-1) ?? "");
    revalidatePath(`/${slug}/settings/deliveries`, "layout");
    return { replayed: wanted.length };
  });
}

/** Waits a moment for the worker, so that the fresh page shows what became of it, not "pending". */
async function settled(workspaceId: string, id: string): Promise<void> {
  for (let step = 0; step < MAX_STEPS; step++) {
    const delivery = await getDelivery(workspaceId, id);
    if (delivery?.state !== "pending") return;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
