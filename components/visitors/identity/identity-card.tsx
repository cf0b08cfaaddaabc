"use client";

import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useZone } from "#components/ui/viewer-zone.tsx";
import type { IdentityCorrection } from "#lib/identity/list-corrections.ts";
import { correctionWords } from "./correction-words.ts";
import type { IdentityActions } from "./identity-actions.ts";
import { UndoButton } from "./undo-button.tsx";

type IdentityCardProps = {
  visitorId: string;
  base: string;
  corrections: readonly IdentityCorrection[];
  /** Null for those who may only look. */
  undo: IdentityActions["undo"] | null;
};

/** What people corrected about who this is; not drawn where nobody did. */
export function IdentityCard({ visitorId, base, corrections, undo }: IdentityCardProps) {
  const zone = useZone();
  if (corrections.length === 0) return null;
  return (
    <Card
      title="Identity"
      padded={false}
      actions={
        <Link
          href={`${base}/visitors/corrections`}
          className="rounded-sm text-ink-muted text-xs hover:text-ink hover:underline"
        >
          All corrections
        </Link>
      }
    >
      <ul className="divide-y divide-line border-line border-t">
        {corrections.map((one) => {
          const words = correctionWords(one, visitorId, zone);
          return (
            <li key={one.id} className="flex items-start justify-between gap-3 px-4 py-2.5">
              <div className="min-w-0">
                <p className="break-words text-ink">{words}</p>
                <p className="text-ink-muted text-xs leading-5">
                  {one.by ?? "A former member"}, <RelativeTime value={one.at} />
                </p>
              </div>
              {undo && <UndoButton correctionId={one.id} what={words} undo={undo} />}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
