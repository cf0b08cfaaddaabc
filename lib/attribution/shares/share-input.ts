import { z } from "zod";
import { reportRequest } from "#lib/attribution/figures/report-params.ts";

/** For how many days a link may hold. */
export const SHARE_DAYS = [1, 7, 30, 90, 365] as const;

export const shareInput = reportRequest.extend({
  name: z.string().trim().min(1, "Give it a name.").max(80, "Use at most 80 characters."),
  days: z.literal(SHARE_DAYS, { error: "Choose for how long it holds." }),
});

export type ShareInput = z.output<typeof shareInput>;
