"use client";

import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Change } from "./alert-actions.ts";

export function RetryButton({ id, retry }: { id: string; retry: Change<[id: string]> }) {
  const [pending, start] = useTransition();
  const toast = useToast();
  const run = () =>
    start(async () => {
      const problem = await retry(id);
      toast(problem ? { title: problem, tone: "danger" } : { title: "It is tried again" });
    });
  return (
    <Button size="sm" loading={pending} onClick={run}>
      Try again
    </Button>
  );
}
