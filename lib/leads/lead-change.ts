import { z } from "zod";

/** Where a visitor stands with the team; a visitor that nobody has touched is new. */
export const LEAD_STATUSES = [
  "new",
  "working",
  "meeting",
  "opportunity",
  "won",
  "lost",
  "not_a_fit",
] as const;

export const leadStatus = z.enum(LEAD_STATUSES, "Choose a status.");
export type LeadStatus = z.output<typeof leadStatus>;

const id = z.string().min(1).max(64);

/** What can be changed on visitors, one or a million; what is left out stays as it is. */
export const leadChange = z
  .object({
    /** A member's user id; null for nobody. */
    ownerId: id.nullable().optional(),
    status: leadStatus.optional(),
    addTagIds: z.array(id).max(50).optional(),
    removeTagIds: z.array(id).max(50).optional(),
  })
  .refine(
    (change) =>
      change.ownerId !== undefined ||
      change.status !== undefined ||
      (change.addTagIds?.length ?? 0) + (change.removeTagIds?.length ?? 0) > 0,
    "Choose what to change.",
  );

export type LeadChange = z.output<typeof leadChange>;
