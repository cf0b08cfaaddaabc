import { z } from "zod";

/** The colours that a tag can have. The name tells it apart; the colour only helps. */
export const TAG_COLORS = ["gray", "blue", "green", "amber", "pink", "violet", "cyan"] as const;

export const tagInput = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Give it a name.")
    .max(40, "Use a shorter name.")
    .transform((name) => name.replace(/\s+/g, " ")),
  color: z.enum(TAG_COLORS, "Choose a colour."),
});

export type TagInput = z.output<typeof tagInput>;
