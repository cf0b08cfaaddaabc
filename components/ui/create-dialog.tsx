"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

export type CreateDialogProps<T> = {
  /** On the button, and above the form: "New API key". */
  title: string;
  description: string;
  form: (onMade: (made: T) => void) => ReactNode;
  /** Above what was made. */
  madeTitle: string;
  madeDescription: string;
  made: (made: T) => ReactNode;
};

/** Makes something and, in the same dialog, shows what can be seen of it only now. */
export function CreateDialog<T>(props: CreateDialogProps<T>) {
  const { title, description, form, madeTitle, madeDescription } = props;
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<{ it: T } | null>(null);
  const router = useRouter();
  const change = (next: boolean) => {
    setOpen(next);
    if (next || !made) return;
    // Only now: a fresh page would take the empty state, and this dialog with it, away.
    setMade(null);
    router.refresh();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button variant="primary" icon={<Plus aria-hidden="true" />}>
          {title}
        </Button>
      }
      title={made ? madeTitle : title}
      description={made ? madeDescription : description}
    >
      {made ? props.made(made.it) : form((it) => setMade({ it }))}
    </Dialog>
  );
}
