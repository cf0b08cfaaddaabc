"use client";

import { Badge } from "#components/ui/badge.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { validityWords } from "./validity.ts";
import { ValidityIcon } from "./validity-icon.tsx";

/** The result of an e-mail's validation; what it means for contacting is one hover or Tab away. */
export function ValidityBadge({ validity }: { validity: string | null }) {
  const { label, tone, meaning } = validityWords(validity);
  return (
    <Tooltip content={meaning}>
      <button type="button" className="hit-area inline-flex max-w-full cursor-help rounded-sm">
        <Badge tone={tone} icon={<ValidityIcon validity={validity} />}>
          {label}
        </Badge>
      </button>
    </Tooltip>
  );
}
