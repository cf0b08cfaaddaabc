"use client";

import { RotateCcw } from "lucide-react";
import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { DeliveryState, ReplayAnswer } from "./delivery-view.ts";
import { replayWords } from "./replay-words.ts";

export type ReplayButtonProps = {
  id: string;
  state: DeliveryState;
  replay: (ids: string[]) => Promise<ReplayAnswer>;
};

/** Puts one delivery back on the queue; out of quarantine that is a release. */
export function ReplayButton({ id, state, replay }: ReplayButtonProps) {
  const [pending, start] = useTransition();
  const toast = useToast();
  const run = () =>
    start(async () => {
      const answer = await replay([id]);
      if ("problem" in answer) toast({ title: answer.problem, tone: "danger" });
      else toast({ title: replayWords(answer.replayed) });
    });
  return (
    <Button icon={<RotateCcw aria-hidden="true" />} loading={pending} onClick={run}>
      {state === "quarantined" ? "Release" : "Replay"}
    </Button>
  );
}
