import type { TaskInput } from "#lib/leads/tasks/task-input.ts";

/** A change that answers nothing when it is done, and what stood in its way when it isn't. */
export type Outcome = Promise<string | undefined>;

/** What a member can do with tasks; the page binds them to its subject. */
export interface TaskActions {
  create: (input: TaskInput) => Outcome;
  edit: (id: string, input: TaskInput) => Outcome;
  setDone: (id: string, isDone: boolean) => Outcome;
  remove: (id: string) => Outcome;
}

/** Who can be given a task, who is looking, and which day it is in the workspace. */
export interface TaskFrame {
  team: readonly { id: string; name: string }[];
  selfId: string;
  today: string;
}
