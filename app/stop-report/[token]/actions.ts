"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { stopMail } from "#lib/attribution/scheduled/stop.ts";

/** Ends a mail for who holds the token, which is the gate. */
export async function stop(token: string): Promise<void> {
  await stopMail(z.string().max(300).parse(token));
  revalidatePath("/stop-report/[token]", "page");
}
