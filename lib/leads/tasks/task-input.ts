import { z } from "zod";

/** What a member says of a task. */
export const taskInput = z.object({
  title: z.string().trim().min(1, "Say what is to be done.").max(200, "Use a shorter title."),
  /** A day without a time, in nobody's time zone; null for some day. */
  dueOn: z.iso.date("Choose a day.").nullable(),
  assigneeId: z.string().min(1, "Choose who does it.").max(64),
});

export type TaskInput = z.output<typeof taskInput>;
