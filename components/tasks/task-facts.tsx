import { RelativeTime } from "#components/ui/relative-time.tsx";
import { formatDate } from "#lib/format.ts";
import type { TaskView } from "#lib/leads/tasks/list-tasks.ts";
import { daysUntil, dueWords } from "./due-words.ts";
import type { TaskFrame } from "./task-actions.ts";

/** When a task is due or was done, and whose it is. */
export function TaskFacts({ task, frame }: { task: TaskView; frame: TaskFrame }) {
  const { dueOn, doneAt, assignee } = task;
  const isLate = doneAt === null && dueOn !== null && daysUntil(dueOn, frame.today) < 0;
  return (
    <>
      {doneAt ? (
        <span>
          Done <RelativeTime value={doneAt} />
        </span>
      ) : (
        dueOn && (
          <time
            dateTime={dueOn}
            title={formatDate(dueOn)}
            className={isLate ? "font-medium text-danger-text" : undefined}
          >
            {dueWords(dueOn, frame.today)}
          </time>
        )
      )}
      {assignee.id !== frame.selfId && <span>{assignee.name ?? "A former member"}</span>}
    </>
  );
}
