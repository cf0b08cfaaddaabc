import { Card } from "#components/ui/card.tsx";
import type { TaskView } from "#lib/leads/tasks/list-tasks.ts";
import type { TaskActions, TaskFrame } from "./task-actions.ts";
import { TaskForm } from "./task-form.tsx";
import { TaskRow } from "./task-row.tsx";

export type TasksCardProps = {
  tasks: readonly TaskView[];
  frame: TaskFrame;
  actions: TaskActions;
};

/** What is to be done about a visitor or a company. */
export function TasksCard({ tasks, frame, actions }: TasksCardProps) {
  return (
    <Card title="Tasks">
      <TaskForm frame={frame} submitLabel="Add" save={actions.create} />
      {tasks.length > 0 && (
        <ul className="mt-3 divide-y divide-line border-line border-t">
          {tasks.map((task) => (
            <li key={task.id}>
              <TaskRow task={task} frame={frame} actions={actions} subject={null} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
