import { Badge } from "#components/ui/badge.tsx";
import type { DeliveryState } from "./delivery-view.ts";
import { STATE_LOOKS } from "./state-look.tsx";

/** What became of a delivery, in a word. */
export function StateBadge({ state }: { state: DeliveryState }) {
  const { word, tone, icon } = STATE_LOOKS[state];
  return (
    <Badge tone={tone} icon={icon}>
      {word}
    </Badge>
  );
}

/** Another body came under the same webhook id. */
export function ConflictBadge() {
  return (
    <Badge
      tone="warning"
      title="Another body came under the same webhook id. The first one was kept."
    >
      Conflict
    </Badge>
  );
}
