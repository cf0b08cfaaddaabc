"use client";

import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { Change } from "./alert-actions.ts";

export type DeleteRuleProps = { name: string; path: string; remove: Change<[]> };

export function DeleteRule({ name, path, remove }: DeleteRuleProps) {
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={<Button>Delete…</Button>}
      title={`Delete “${name}”?`}
      description="Its log goes with it, and what it has not sent yet. It can’t be brought back."
      confirmLabel="Delete"
      danger
      onConfirm={async () => {
        const problem = await remove();
        if (problem) return problem;
        router.push(path);
        return undefined;
      }}
    />
  );
}
