"use client";

import { useRouter } from "next/navigation";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useToast } from "#components/ui/toast.tsx";

/** What an admin can do with all that is held on a person. */
export interface PersonPrivacy {
  name: string;
  /** Where a POST answers with the file. */
  exportHref: string;
  /** Where to go when the person is gone. */
  listHref: string;
  erase: () => Promise<string | undefined>;
}

type EraseDialogProps = PersonPrivacy & { open: boolean; onOpenChange: (open: boolean) => void };

/** Asks before a person is erased, and leaves the page that is no more. */
export function EraseDialog({ name, listHref, erase, open, onOpenChange }: EraseDialogProps) {
  const router = useRouter();
  const toast = useToast();
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Erase ${name}?`}
      description="Profile, visits, notes, tasks, outcomes and the stored messages about this person are deleted, and later events about them are dropped. What was said of their company stays. This cannot be undone."
      confirmLabel="Erase for good"
      confirmText="erase"
      danger
      onConfirm={async () => {
        const problem = await erase();
        if (problem !== undefined) return problem;
        toast({
          title: "Erased",
          description: "The proof is under Settings → Privacy.",
          tone: "positive",
        });
        router.push(listHref);
        return undefined;
      }}
    />
  );
}

/** Posts a form of its own, so that the browser saves what comes back. */
export function downloadBy(action: string): void {
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action });
  document.body.append(form);
  form.submit();
  form.remove();
}
