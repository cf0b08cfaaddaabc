import { ListChecks } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";

export function TasksEmpty({ isDone }: { isDone: boolean }) {
  return (
    <EmptyState
      compact
      icon={<ListChecks />}
      title={isDone ? "Nothing is done yet" : "Nothing to do"}
      text={
        isDone
          ? "Tasks that you tick off are kept here."
          : "Add a task here or on the page of a visitor or a company. What others give you appears here too, with a notice behind your bell."
      }
    />
  );
}
