import { Ban, Check, Clock, Hourglass } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import type { SecretInfo } from "#lib/webhooks/list-endpoints.ts";

const LOOKS = {
  live: { tone: "positive", word: "Live", icon: <Check aria-hidden="true" /> },
  expiring: { tone: "warning", word: "Expiring", icon: <Hourglass aria-hidden="true" /> },
  expired: { tone: "neutral", word: "Expired", icon: <Clock aria-hidden="true" /> },
  revoked: { tone: "neutral", word: "Revoked", icon: <Ban aria-hidden="true" /> },
} as const;

/** Where a secret stands in its life. */
export function SecretBadge({ state }: { state: SecretInfo["state"] }) {
  const { tone, word, icon } = LOOKS[state];
  return (
    <Badge tone={tone} icon={icon}>
      {word}
    </Badge>
  );
}
