"use client";

import { useState, useTransition } from "react";
import { useToast } from "#components/ui/toast.tsx";
import type { Outcome } from "./privacy-actions.ts";

/** Runs an action, says that it is done, and keeps what stood in its way. */
export function useSave() {
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const toast = useToast();
  const save = (work: () => Outcome, title: string, onSaved?: () => void) =>
    start(async () => {
      const result = await work();
      setProblem(result ?? null);
      if (result !== undefined) return;
      toast({ title, tone: "positive" });
      onSaved?.();
    });
  return { problem, setProblem, pending, save };
}
