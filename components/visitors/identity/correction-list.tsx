"use client";

import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useZone } from "#components/ui/viewer-zone.tsx";
import type { IdentityCorrection } from "#lib/identity/list-corrections.ts";
import { correctionWords } from "./correction-words.ts";
import type { IdentityActions } from "./identity-actions.ts";
import { UndoButton } from "./undo-button.tsx";

type CorrectionListProps = {
  corrections: readonly IdentityCorrection[];
  base: string;
  /** Null for those who may only look. */
  undo: IdentityActions["undo"] | null;
};

/** Every correction of a workspace, the latest first, with what was undone. */
export function CorrectionList({ corrections, base, undo }: CorrectionListProps) {
  const zone = useZone();
  return (
    <Card padded={false}>
      <ul aria-label="Corrections" className="divide-y divide-line">
        {corrections.map((one) => {
          const words = correctionWords(one, null, zone);
          const id = one.intoId ?? one.fromId;
          return (
            <li key={one.id} className="flex items-start justify-between gap-3 px-4 py-2.5">
              <div className="min-w-0">
                <p className="break-words text-ink">
                  {id ? (
                    <Link href={`${base}/visitors/${id}`} className="rounded-sm hover:underline">
                      {words}
                    </Link>
                  ) : (
                    words
                  )}
                </p>
                <p className="text-ink-muted text-xs leading-5">
                  {one.by ?? "A former member"}, <RelativeTime value={one.at} />
                  {one.undoneAt && (
                    <>
                      ; undone by {one.undoneBy ?? "a former member"},{" "}
                      <RelativeTime value={one.undoneAt} />
                    </>
                  )}
                </p>
              </div>
              {one.undoneAt ? (
                <Badge dot={false}>Undone</Badge>
              ) : (
                undo && <UndoButton correctionId={one.id} what={words} undo={undo} />
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
