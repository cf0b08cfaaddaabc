import { CopyButton } from "#components/ui/copy-button.tsx";
import { DescriptionList } from "#components/ui/description-list.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { formatNumber } from "#lib/format.ts";
import type { DeliveryTrace } from "#lib/inbox/get-delivery-trace.ts";
import type { DeliveryRow } from "#lib/inbox/ledger-queries.ts";
import { formatBytes } from "./format-bytes.ts";

export type DeliveryFactsProps = { delivery: DeliveryRow; trace: DeliveryTrace };

/** All that the ledger keeps about a delivery beside its body. */
export function DeliveryFacts({ delivery, trace }: DeliveryFactsProps) {
  const time = (value: string | null) => value && <RelativeTime value={value} form="exact" />;
  return (
    <DescriptionList
      items={[
        { label: "Endpoint", value: trace.endpointName ?? delivery.endpointId },
        { label: "Received", value: time(delivery.receivedAt) },
        { label: "Sent", value: time(trace.sentAt), title: "As the sender’s signature says" },
        { label: "Happened", value: time(delivery.occurredAt) },
        { label: "Projected", value: time(delivery.projectedAt) },
        { label: "Attempts", value: formatNumber(delivery.attempts) },
        { label: "Size", value: formatBytes(delivery.bytes) },
        {
          label: "Signed with",
          value: trace.secretHint && (
            <>
              <code className="font-mono text-xs">whsec_…{trace.secretHint}</code>
              {trace.derivation === "raw" && " (undecoded)"}
            </>
          ),
        },
        { label: "Delivery id", value: <Id name="delivery id" text={delivery.id} /> },
        { label: "Webhook id", value: <Id name="webhook id" text={delivery.webhookId} /> },
        { label: "Event id", value: <Id name="event id" text={delivery.eventId} /> },
        { label: "SHA-256", value: <Id name="hash" text={trace.bodyHash} /> },
      ]}
    />
  );
}

function Id({ name, text }: { name: string; text: string | null }) {
  if (text === null) return null;
  return (
    <span className="flex items-start gap-1">
      <code className="min-w-0 break-all font-mono text-xs leading-5">{text}</code>
      <CopyButton text={text} label={`Copy ${name}`} className="-my-1" />
    </span>
  );
}
