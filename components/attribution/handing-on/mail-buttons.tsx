"use client";

import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { MailActions } from "./hand-on-actions.ts";

type Props = { id: string; name: string };

/** Sends a copy to whoever presses it. */
export function CopyMailButton({ id, name, copy }: Props & { copy: MailActions["copy"] }) {
  const [pending, start] = useTransition();
  const toast = useToast();
  const press = () =>
    start(async () => {
      const problem = await copy(id);
      if (problem) toast({ title: problem, tone: "danger" });
      else toast({ title: "A copy is on its way to you", tone: "positive" });
    });
  return (
    <Button size="sm" loading={pending} onClick={press} aria-label={`Send me a copy of ${name}`}>
      Send me a copy
    </Button>
  );
}

export function PauseMailButton({
  id,
  name,
  isPaused,
  pause,
}: Props & { isPaused: boolean; pause: MailActions["pause"] }) {
  const [pending, start] = useTransition();
  const toast = useToast();
  const word = isPaused ? "Resume" : "Pause";
  const press = () =>
    start(async () => {
      const problem = await pause(id, !isPaused);
      if (problem) toast({ title: problem, tone: "danger" });
    });
  return (
    <Button size="sm" loading={pending} onClick={press} aria-label={`${word} ${name}`}>
      {word}
    </Button>
  );
}
