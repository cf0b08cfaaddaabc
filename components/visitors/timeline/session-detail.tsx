"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useZone } from "#components/ui/viewer-zone.tsx";
import { valueWords } from "#components/visitors/sources/value-words.ts";
import { useSessionDetail } from "./session-detail-context.tsx";
import { type DetailGroup, groupLeaves } from "./session-leaves.ts";

/** Everything that was reported of a session, asked for when it is opened. */
export function SessionDetail({ sid }: { sid: string }) {
  const load = useSessionDetail();
  const zone = useZone();
  const [groups, setGroups] = useState<readonly DetailGroup[] | null>(null);
  if (!load) return null;
  const open = async () => {
    if (groups === null) setGroups(groupLeaves((await load(sid)) ?? [], zone));
  };
  return (
    <details
      onToggle={(event) => event.currentTarget.open && void open()}
      className="group/detail mt-1 text-xs"
    >
      <summary className="inline-flex cursor-pointer list-none items-center gap-1 rounded-sm text-ink-muted leading-5 hover:text-ink">
        <ChevronRight
          aria-hidden="true"
          className="size-3 transition-transform group-open/detail:rotate-90"
        />
        Details
      </summary>
      {groups === null && <p className="py-1 text-ink-muted">Loading…</p>}
      {groups?.length === 0 && <p className="py-1 text-ink-muted">Nothing more is known.</p>}
      <div className="mt-1 grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {groups?.map(({ title, items }) => (
          <section key={title} aria-label={title} className="min-w-0">
            <h4 className="font-medium text-ink-muted leading-5">{title}</h4>
            <dl>
              {items.map(({ label, value }) => (
                <div key={label} className="grid grid-cols-[7rem_minmax(0,1fr)] gap-2 leading-5">
                  <dt className="text-ink-muted">{label}</dt>
                  <dd className="wrap-anywhere text-ink">{valueWords(value)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </details>
  );
}
