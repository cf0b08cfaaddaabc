"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { ActionsMenu } from "#components/ui/actions-menu.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { ViewDialog } from "./lazy-view-dialog.tsx";
import type { View, ViewActions, ViewAnswer } from "./view-actions.ts";
import { viewHref } from "./view-href.ts";

type ViewMenuProps = {
  view: View;
  isDefault: boolean;
  /** The filters in force, which may be other than the view's. */
  filters: string;
  isChanged: boolean;
  path: string;
  actions: ViewActions;
};

/** What can be done with the view that is open. */
export function ViewMenu({ view, isDefault, filters, isChanged, path, actions }: ViewMenuProps) {
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  const [dialog, setDialog] = useState<"edit" | "delete" | null>(null);
  const run = (work: () => Promise<ViewAnswer>, said: string) =>
    start(async () => {
      const answer = await work();
      if ("problem" in answer) toast({ title: answer.problem, tone: "danger" });
      else toast({ title: said });
    });
  const update = () => run(() => actions.change(view.id, { query: filters }), "View updated");
  const changes = [
    { label: "Rename or share…", onSelect: () => setDialog("edit") },
    { label: "Delete…", danger: true, onSelect: () => setDialog("delete") },
  ];
  return (
    <>
      {isChanged && view.canChange && (
        <Button size="sm" loading={pending} onClick={update}>
          Update view
        </Button>
      )}
      <ActionsMenu
        of={`the view ${view.name}`}
        groups={[
          {
            items: [
              {
                label: "Open the list with it",
                checked: isDefault,
                onCheckedChange: (isFirst) =>
                  run(
                    () => actions.open(isFirst ? view.id : null),
                    isFirst ? "The list opens with this view" : "The list opens whole",
                  ),
              },
              ...(isChanged
                ? [{ label: "Back to the saved filters", href: viewHref(path, view) }]
                : []),
            ],
          },
          ...(view.canChange ? [{ items: changes }] : []),
        ]}
      />
      {dialog === "edit" && (
        <ViewDialog
          title="Rename or share"
          name={view.name}
          isShared={view.isShared}
          onClose={() => setDialog(null)}
          onSave={async (change) => {
            const answer = await actions.change(view.id, change);
            return "problem" in answer ? answer.problem : undefined;
          }}
        />
      )}
      <ConfirmDialog
        open={dialog === "delete"}
        onOpenChange={(isOpen) => !isOpen && setDialog(null)}
        title={`Delete the view “${view.name}”?`}
        description={
          view.isShared
            ? "It goes away for everybody. The visitors and companies in it stay."
            : "The visitors and companies in it stay."
        }
        confirmLabel="Delete"
        danger
        onConfirm={async () => {
          const answer = await actions.remove(view.id);
          if ("problem" in answer) return answer.problem;
          router.replace(`${path}?view=all`, { scroll: false });
        }}
      />
    </>
  );
}
