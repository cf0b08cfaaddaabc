"use client";

import { CircleAlert, CircleCheck, Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import type { ChannelTest } from "#lib/alerts/test-rule.ts";
import type { Problem } from "#lib/attempt.ts";
import type { TestAction } from "./alert-actions.ts";
import { CHANNEL_LOOK } from "./channel-look.tsx";

/** Sends a sample over every channel and says what came of it, beside the button. */
export function TestPanel({ test }: { test: TestAction }) {
  const [answer, setAnswer] = useState<ChannelTest[] | Problem | null>(null);
  const [pending, start] = useTransition();
  const router = useRouter();
  const run = () =>
    start(async () => {
      setAnswer(null);
      setAnswer(await test());
      router.refresh();
    });
  return (
    <div className="flex flex-col">
      <p className="text-ink-muted text-sm">
        Sends the latest match of the last week, or an invented one. What goes to people goes to you
        alone.
      </p>
      <Button
        icon={<Send aria-hidden="true" />}
        loading={pending}
        onClick={run}
        className="mt-3 self-start"
      >
        Send a test
      </Button>
      <div role="status" className="[&:not(:empty)]:mt-3">
        {answer && "problem" in answer && (
          <p className="text-danger-text text-sm">{answer.problem}</p>
        )}
        {Array.isArray(answer) && (
          <ul className="flex flex-col gap-1.5">
            {answer.map((one) => (
              <Line key={one.kind} {...one} />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function Line({ kind, to, status, problem }: ChannelTest) {
  const Icon = problem ? CircleAlert : CircleCheck;
  const answered = status === null ? "Sent" : `Sent, answered ${status}`;
  return (
    <li className="flex items-start gap-2 text-sm">
      <Icon
        aria-hidden="true"
        className={`mt-0.5 size-4 shrink-0 ${problem ? "text-danger-text" : "text-positive-text"}`}
      />
      <span className="min-w-0 break-words">
        <span className="font-medium">{CHANNEL_LOOK[kind].label}</span>
        <span className="text-ink-muted"> to {to}: </span>
        <span className={problem ? "text-danger-text" : ""}>{problem ?? `${answered}.`}</span>
      </span>
    </li>
  );
}
