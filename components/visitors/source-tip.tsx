"use client";

import { Info } from "lucide-react";
import { Tooltip } from "#components/ui/tooltip.tsx";
import type { Provenance } from "#lib/fact-values.ts";
import { SourceDetail } from "./sources/source-detail.tsx";

type SourceTipProps = {
  /** What the fact is: "Headline". */
  label: string;
  source: Provenance | undefined;
  /** Its field, so that the tip can tell what other events say. */
  field?: string | undefined;
};

/** Where a fact was read, how old it is, and what others say. Quiet until its line is looked at. */
export function SourceTip({ label, source, field }: SourceTipProps) {
  if (!source && !field) return null;
  return (
    // Its margins take its width back, so that a line never wraps for a mark that is not seen.
    <Tooltip content={<SourceDetail source={source} field={field} />}>
      <button
        type="button"
        aria-label={`Where “${label}” comes from`}
        className="hit-area -mr-4 ml-1 inline-flex cursor-help rounded-sm align-[-1px] text-ink-faint opacity-0 transition-opacity duration-100 hover:text-ink focus-visible:opacity-100 group-hover/fact:opacity-100 pointer-coarse:opacity-100"
      >
        <Info aria-hidden="true" className="size-3" />
      </button>
    </Tooltip>
  );
}
