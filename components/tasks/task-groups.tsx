import { Card } from "#components/ui/card.tsx";
import type { TaskView } from "#lib/leads/tasks/list-tasks.ts";
import { groupTasks } from "./group-tasks.ts";
import type { TaskActions, TaskFrame } from "./task-actions.ts";
import { TaskRow } from "./task-row.tsx";

export type TaskGroupsProps = {
  tasks: readonly TaskView[];
  frame: TaskFrame;
  actions: TaskActions;
  /** The path of the workspace. */
  base: string;
};

/** Somebody's tasks by urgency: overdue, today, later, done. */
export function TaskGroups({ tasks, frame, actions, base }: TaskGroupsProps) {
  return groupTasks(tasks, frame.today).map(({ title, tasks: ofGroup }) => (
    <Card key={title} title={title} padded={false}>
      <ul className="divide-y divide-line border-line border-t px-4">
        {ofGroup.map((task) => (
          <li key={task.id}>
            <TaskRow task={task} frame={frame} actions={actions} subject={subjectOf(task, base)} />
          </li>
        ))}
      </ul>
    </Card>
  ));
}

function subjectOf({ visitor, company }: TaskView, base: string) {
  if (visitor) return { href: `${base}/visitors/${visitor.id}`, name: visitor.name };
  return company && { href: `${base}/companies/${company.id}`, name: company.name };
}
