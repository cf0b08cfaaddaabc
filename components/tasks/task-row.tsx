"use client";

import { useOptimistic, useState, useTransition } from "react";
import { ActionsMenu } from "#components/ui/actions-menu.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { cn } from "#components/ui/cn.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Link } from "#components/ui/link.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { TaskView } from "#lib/leads/tasks/list-tasks.ts";
import type { TaskActions, TaskFrame } from "./task-actions.ts";
import { TaskFacts } from "./task-facts.tsx";
import { TaskForm } from "./task-form.tsx";

export type TaskRowProps = {
  task: TaskView;
  frame: TaskFrame;
  actions: TaskActions;
  /** Where the subject's page is; null where the page is the subject's own. */
  subject: { href: string; name: string } | null;
};

/** One task: done with a press, its day and whose it is, and what else can be done with it. */
export function TaskRow({ task, frame, actions, subject }: TaskRowProps) {
  const [isDone, showDone] = useOptimistic(task.doneAt !== null);
  const [doing, setDoing] = useState<"edit" | "delete" | null>(null);
  const [, start] = useTransition();
  const toast = useToast();
  const toggle = (next: boolean) =>
    start(async () => {
      showDone(next);
      const problem = await actions.setDone(task.id, next);
      if (problem) toast({ title: problem, tone: "danger" });
    });
  const { title, dueOn, assignee } = task;
  return (
    <div className="flex items-start gap-2.5 py-2 text-sm">
      <span className="flex h-5 items-center">
        <Checkbox aria-label={`Done: ${title}`} checked={isDone} onCheckedChange={toggle} />
      </span>
      <div className="min-w-0 flex-1">
        <p className={cn("break-words text-ink", isDone && "text-ink-muted line-through")}>
          {title}
        </p>
        <div className="flex flex-wrap items-center gap-x-2 text-ink-muted text-xs">
          <TaskFacts task={task} frame={frame} />
          {subject && (
            <Link href={subject.href} className="truncate rounded-sm hover:underline">
              {subject.name}
            </Link>
          )}
        </div>
      </div>
      <ActionsMenu
        of={title}
        className="-my-1"
        groups={[
          {
            items: [
              { label: "Edit…", onSelect: () => setDoing("edit") },
              { label: "Delete…", danger: true, onSelect: () => setDoing("delete") },
            ],
          },
        ]}
      />
      <Dialog
        open={doing === "edit"}
        onOpenChange={(open) => setDoing(open ? "edit" : null)}
        title="Change the task"
        size="sm"
      >
        <TaskForm
          frame={frame}
          initial={{ title, dueOn, assigneeId: assignee.id }}
          submitLabel="Save"
          save={(input) => actions.edit(task.id, input)}
          onDone={() => setDoing(null)}
        />
      </Dialog>
      <ConfirmDialog
        open={doing === "delete"}
        onOpenChange={(open) => setDoing(open ? "delete" : null)}
        title="Delete this task?"
        description="It goes for everybody. This can’t be undone; a task that is done can stay where it is."
        confirmLabel="Delete"
        danger
        onConfirm={() => actions.remove(task.id)}
      />
    </div>
  );
}
