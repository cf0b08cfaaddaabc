import type { TaskView } from "#lib/leads/tasks/list-tasks.ts";
import { daysUntil } from "./due-words.ts";

const TITLES = ["Overdue", "Today", "Later", "Done"] as const;

/** Tasks by urgency, in the order they came; groups without a task are left out. */
export function groupTasks(tasks: readonly TaskView[], today: string) {
  return TITLES.map((title) => ({
    title,
    tasks: tasks.filter((task) => titleOf(task, today) === title),
  })).filter((group) => group.tasks.length > 0);
}

function titleOf({ doneAt, dueOn }: TaskView, today: string): (typeof TITLES)[number] {
  if (doneAt) return "Done";
  const days = dueOn ? daysUntil(dueOn, today) : 1;
  return days < 0 ? "Overdue" : days === 0 ? "Today" : "Later";
}
