"use client";

import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { IdentityActions } from "./identity-actions.ts";

type UndoButtonProps = { correctionId: string; what: string; undo: IdentityActions["undo"] };

/** Takes a correction back: it can be made again, so nothing is asked. */
export function UndoButton({ correctionId, what, undo }: UndoButtonProps) {
  const [pending, start] = useTransition();
  const toast = useToast();
  return (
    <Button
      size="sm"
      loading={pending}
      aria-label={`Undo: ${what}`}
      onClick={() =>
        start(async () => {
          const problem = await undo(correctionId);
          toast(problem ? { title: problem, tone: "danger" } : { title: "Undone" });
        })
      }
    >
      Undo
    </Button>
  );
}
