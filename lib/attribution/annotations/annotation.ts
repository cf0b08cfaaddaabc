import { z } from "zod";

const date = z.iso
  .date({ error: "Choose a date." })
  .refine((value) => value >= "1970-01-01" && value < "2200-01-01", {
    error: "Choose a date between 1970 and 2199.",
  });

/** What a member writes on a date, or on the dates from … to (both included, of the reports' own days). */
export const annotationInput = z
  .object({
    from: date,
    /** Empty for a single date. */
    to: z.union([z.literal(""), date]),
    text: z.string().trim().min(1, "Say what happened.").max(300, "Use at most 300 characters."),
  })
  .refine(({ from, to }) => to === "" || from <= to, {
    error: "Must not be before the first date.",
    path: ["to"],
  })
  .transform(({ to, ...rest }) => ({ ...rest, to: to || rest.from }));

export type AnnotationInput = z.output<typeof annotationInput>;

export interface Annotation extends AnnotationInput {
  id: string;
  /** Name of who wrote it; null for somebody who is no user any more. */
  author: string | null;
}
