"use client";

import { Info } from "lucide-react";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import type { Provenance } from "#lib/fact-values.ts";

type SourceTipProps = {
  /** What the fact is: "Headline". */
  label: string;
  source: Provenance | undefined;
};

/** Where a fact was read, and how old it is. Quiet until its line is looked at. */
export function SourceTip({ label, source }: SourceTipProps) {
  if (!source) return null;
  return (
    <Tooltip
      content={
        <span className="block">
          <span className="block font-medium">{source.type}</span>
          {source.provider && <span className="block">Provider {source.provider}</span>}
          <RelativeTime value={source.at} form="exact" className="block" />
        </span>
      }
    >
      <button
        type="button"
        aria-label={`Where “${label}” comes from`}
        className="hit-area ml-1 inline-flex cursor-help rounded-sm align-[-1px] text-ink-faint opacity-0 transition-opacity duration-100 hover:text-ink focus-visible:opacity-100 group-hover/fact:opacity-100 pointer-coarse:opacity-100"
      >
        <Info aria-hidden="true" className="size-3" />
      </button>
    </Tooltip>
  );
}
