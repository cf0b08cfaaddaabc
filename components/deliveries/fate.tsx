import type { ReactNode } from "react";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { formatDuration, formatNumber } from "#lib/format.ts";
import type { DeliveryTrace } from "#lib/inbox/get-delivery-trace.ts";
import type { DeliveryRow } from "#lib/inbox/ledger-queries.ts";

export type FateProps = { delivery: DeliveryRow; trace: DeliveryTrace };

/** What became of a delivery, what was kept, and what can be done about it. */
export function Fate({ delivery, trace }: FateProps) {
  return <p className="max-w-prose text-ink text-sm">{wordsOf(delivery, trace)}</p>;
}

const IGNORED: Record<string, string> = {
  test: "A test event. It was stored; there is nothing to project.",
  gated:
    "Kept out by a gate under Settings → Privacy: it was answered, and nothing of its body was stored.",
  erased: "The person it is about was erased. The row stays, so that a repeat is known as one.",
  suppressed: "It is about a person who was erased or is suppressed. Its body was deleted.",
  pruned: "Past the time for which it is kept. Its body, and what stood on it, was deleted.",
};

function wordsOf(delivery: DeliveryRow, trace: DeliveryTrace): ReactNode {
  switch (delivery.state) {
    case "projected":
      return `Stored and projected ${waited(delivery)} after receipt.`;
    case "duplicate":
      return "Stored. Its event was known already, so it changed nothing.";
    case "pending":
      return "Stored and answered. It waits to be projected, usually for less than a second.";
    case "ignored":
      return (
        IGNORED[delivery.reason ?? ""] ??
        "Stored, but we don’t know events of this type, so nothing was projected. Once a version knows it, replay the delivery."
      );
    case "quarantined":
      return delivery.reason === "stale_timestamp" ? (
        `The signature is good, but its timestamp is ${drift(delivery, trace)} from our clock, and 5 minutes are allowed. The sender was answered 401; the message was kept. Release it if you know why it was late.`
      ) : (
        <>
          The signature and the JSON are good, but the payload is not of the shape that we know
          {delivery.type && (
            <>
              {" "}
              for <code className="font-mono text-xs">{delivery.type}</code>
            </>
          )}
          . It was stored and answered 204, so the sender won’t repeat it. Nothing of it was
          projected.
        </>
      );
    case "failed":
      return (
        <>
          Stored, but projecting it failed {times(delivery.attempts)}. It is tried again
          {trace.nextAttemptAt && (
            <>
              {" "}
              <RelativeTime value={trace.nextAttemptAt} />
            </>
          )}
          ; you need not do anything yet.
        </>
      );
    case "dead":
      return `Stored, but projecting it failed ${times(delivery.attempts)}, so it is not tried again by itself. Replay it once the cause is gone.`;
  }
}

function waited({ receivedAt, projectedAt }: DeliveryRow): string {
  const ms = Date.parse(projectedAt ?? receivedAt) - Date.parse(receivedAt);
  return ms < 1_000 ? `${formatNumber(Math.max(ms, 0))} ms` : formatDuration(ms);
}

function drift({ receivedAt }: DeliveryRow, { sentAt }: DeliveryTrace): string {
  return formatDuration(Math.abs(Date.parse(receivedAt) - Date.parse(sentAt)));
}

function times(count: number): string {
  return count === 1 ? "once" : `${formatNumber(count)} times`;
}
