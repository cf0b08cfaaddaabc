"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { attempt, checked, type Problem, problemOf } from "#lib/attempt.ts";
import { type ReportRequest, reportRequest } from "#lib/attribution/figures/report-params.ts";
import {
  createSchedule,
  pauseSchedule,
  removeSchedule,
  updateSchedule,
} from "#lib/attribution/scheduled/change-schedules.ts";
import { scheduleInput } from "#lib/attribution/scheduled/schedule.ts";
import { sendCopy } from "#lib/attribution/scheduled/send-copy.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { FoyerError } from "#lib/errors.ts";

const idArgument = z.string().max(64);

async function gate(slug: string) {
  const { workspace, user, role } = await requireMemberForAction(slug, "reports.share");
  return { workspace, user, role, userId: user.id };
}

/** Mails a report (`of` says which) from now on, or changes a mail that there is (`of` is its id). */
export async function saveMail(
  slug: string,
  of: ReportRequest | string,
  draft: unknown,
): Promise<Problem | undefined> {
  return attempt(async () => {
    const asking = await gate(slug);
    const input = checked(scheduleInput, draft);
    if (typeof of !== "string") {
      await createSchedule(asking, reportRequest.parse(of), input);
    } else if (!(await updateSchedule(asking, idArgument.parse(of), input))) {
      throw new FoyerError("gone", "This mail is no more. Go back and look again.");
    }
    revalidatePath(`/${slug}/attribution/handed-on`);
    return undefined;
  });
}

export async function pauseMail(slug: string, id: string, isPaused: boolean) {
  return problemOf(async () => {
    await pauseSchedule(await gate(slug), idArgument.parse(id), z.boolean().parse(isPaused));
    revalidatePath(`/${slug}/attribution/handed-on`);
  });
}

export async function removeMail(slug: string, id: string) {
  return problemOf(async () => {
    await removeSchedule(await gate(slug), idArgument.parse(id));
    revalidatePath(`/${slug}/attribution/handed-on`);
  });
}

/** Sends a copy to whoever asks, now. Answers what is wrong. */
export async function copyMail(slug: string, id: string) {
  return problemOf(async () => {
    const { workspace, user } = await gate(slug);
    const result = await sendCopy(workspace, user.email, idArgument.parse(id));
    if (!result.ok) throw new FoyerError("unavailable", result.reason);
  });
}
