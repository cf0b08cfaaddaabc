"use client";

import { CircleAlert, CircleCheck, Send } from "lucide-react";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import type { Problem } from "#lib/attempt.ts";
import type { TestAnswer, WebhookActions } from "./webhook-actions.ts";

export type TestButtonProps = {
  endpointId: string;
  disabled?: boolean;
  send: WebhookActions["sendTest"];
};

/** Sends a test event and says what the door answered, beside the button. */
export function TestButton({ endpointId, disabled, send }: TestButtonProps) {
  const [answer, setAnswer] = useState<TestAnswer | Problem | null>(null);
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      setAnswer(null);
      const next = await send(endpointId);
      setAnswer(next);
    });
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2">
      <Button
        size="sm"
        icon={<Send aria-hidden="true" />}
        loading={pending}
        disabled={disabled}
        onClick={run}
      >
        Send a test event
      </Button>
      <div role="status" className="min-w-0 text-sm">
        {answer && <Answer answer={answer} />}
      </div>
    </div>
  );
}

function Answer({ answer }: { answer: TestAnswer | Problem }) {
  const isGood = "status" in answer && answer.status === 204;
  const Icon = isGood ? CircleCheck : CircleAlert;
  return (
    <span className="flex items-start gap-1.5">
      <Icon
        aria-hidden="true"
        className={`mt-0.5 size-4 shrink-0 ${isGood ? "text-positive-text" : "text-danger-text"}`}
      />
      <span className={isGood ? "text-ink" : "text-danger-text"}>
        {wordsOf(answer)}{" "}
        {"href" in answer && answer.href && (
          <Link href={answer.href} className="text-accent-text underline underline-offset-2">
            See the delivery
          </Link>
        )}
      </span>
    </span>
  );
}

function wordsOf(answer: TestAnswer | Problem): string {
  if ("problem" in answer) return answer.problem;
  if (answer.status === 204) return "204: received and stored.";
  if (answer.status === 401) return "401: the signature was refused.";
  if (answer.status === 404) return "404: no webhook door answers on this server’s own port.";
  return `${answer.status}: not stored. The server’s log says why.`;
}
