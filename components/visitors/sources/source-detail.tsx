"use client";

import { useEffect, useState } from "react";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Provenance } from "#lib/fact-values.ts";
import { type FactSayingItem, useExplainFact } from "./fact-source-context.tsx";
import { valueWords } from "./value-words.ts";

type SourceDetailProps = { source: Provenance | undefined; field: string | undefined };

/** The event that a fact was read in, and what other events say. Asks for those once it is shown. */
export function SourceDetail({ source, field }: SourceDetailProps) {
  const explain = useExplainFact();
  const [others, setOthers] = useState<readonly FactSayingItem[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (!explain || !field) return;
    void explain(field).then((found) => {
      if (isCurrent) setOthers(found?.sayings ?? []);
    });
    return () => {
      isCurrent = false;
    };
  }, [explain, field]);
  const rest = others?.filter((one) => one.eventId !== source?.eventId) ?? [];
  return (
    <span className="block py-0.5">
      {source && (
        <span className="block">
          <span className="block font-medium">{source.type}</span>
          {source.provider && <span className="block">Provider {source.provider}</span>}
          <RelativeTime value={source.at} form="exact" className="block" />
          <span className="block break-all font-mono text-2xs opacity-80">{source.eventId}</span>
        </span>
      )}
      {explain && field && others === null && <span className="mt-1 block opacity-80">…</span>}
      {rest.length > 0 && (
        <span className="mt-1.5 block border-line-strong border-t pt-1.5">
          {source && <span className="block opacity-80">Other events say</span>}
          {rest.map((one) => (
            <span key={`${one.eventId} ${valueWords(one.value)}`} className="mt-1 block">
              <span className="line-clamp-2 break-words font-medium">{valueWords(one.value)}</span>
              <span className="block opacity-80">
                {[one.type, one.provider].filter(Boolean).join(" · ")},{" "}
                <RelativeTime value={one.at} form="exact" />
              </span>
            </span>
          ))}
        </span>
      )}
      {others !== null && rest.length === 0 && source && (
        <span className="mt-1 block opacity-80">No event says otherwise.</span>
      )}
    </span>
  );
}
