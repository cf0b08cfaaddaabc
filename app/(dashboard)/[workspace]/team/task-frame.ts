import type { TaskActions, TaskFrame } from "#components/tasks/task-actions.ts";
import type { Member } from "#lib/auth/require-member.ts";
import { now } from "#lib/clock.ts";
import { dayOf } from "#lib/format.ts";
import type { About } from "#lib/leads/about.ts";
import { readTeam } from "./read-team.ts";
import * as tasks from "./task-actions.ts";

/** What tasks need to know of who is looking. */
export async function taskFrame({ workspace, user }: Member): Promise<TaskFrame> {
  const team = await readTeam(workspace.id);
  return {
    team: team.map(({ id, name }) => ({ id, name })),
    selfId: user.id,
    today: dayOf(now(), workspace.timezone),
  };
}

/** What can be done with tasks, new ones being about `of`. */
export function taskActions(slug: string, of: About | null): TaskActions {
  return {
    create: tasks.createTask.bind(null, slug, of),
    edit: tasks.editTask.bind(null, slug),
    setDone: tasks.setTaskDone.bind(null, slug),
    remove: tasks.deleteTask.bind(null, slug),
  };
}
