import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { MessageRow } from "#lib/outbox/list-messages.ts";
import type { Change } from "./alert-actions.ts";
import { CHANNEL_LOOK } from "./channel-look.tsx";
import { RetryButton } from "./retry-button.tsx";

export type MessageLogProps = {
  messages: readonly MessageRow[];
  /** Null: who looks may not try again. */
  retry: Change<[id: string]> | null;
};

/** What a rule sent and what came of it, newest first. */
export function MessageLog({ messages, retry }: MessageLogProps) {
  return (
    <ul className="divide-y divide-line border-line border-t">
      {messages.map((one) => (
        <li
          key={one.id}
          className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 text-sm"
        >
          <span className="text-ink-faint" title={CHANNEL_LOOK[one.kind].label}>
            {CHANNEL_LOOK[one.kind].icon}
            <span className="sr-only">{CHANNEL_LOOK[one.kind].label}</span>
          </span>
          <div className="min-w-0 flex-1 basis-56">
            <p className="break-all">
              {one.recipient} <span className="text-ink-muted text-xs">· {one.subject}</span>
              {one.isTest && <span className="text-ink-muted text-xs"> · test</span>}
            </p>
            {one.reason && <p className="break-words text-danger-text text-xs">{one.reason}</p>}
          </div>
          <State message={one} />
          {one.state === "dead" && !one.isTest && retry && (
            <RetryButton id={one.id} retry={retry} />
          )}
          <RelativeTime
            value={one.finishedAt ?? one.createdAt}
            className="ml-auto shrink-0 text-right sm:w-20 text-ink-muted text-xs"
          />
        </li>
      ))}
    </ul>
  );
}

function State({ message }: { message: MessageRow }) {
  const { state, attempts, status } = message;
  const tries = attempts > 1 ? ` after ${attempts} attempts` : "";
  if (state === "sent") {
    return <Badge tone="positive">{`Sent${status === null ? "" : `, ${status}`}${tries}`}</Badge>;
  }
  if (state === "dead") return <Badge tone="danger">{`Given up${tries}`}</Badge>;
  return attempts === 0 ? (
    <Badge>Waiting</Badge>
  ) : (
    <Badge tone="warning">
      {attempts === 1 ? "Failed once, trying again" : `Failed ${attempts} times, trying again`}
    </Badge>
  );
}
