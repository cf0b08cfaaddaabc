"use client";

import { Check, TriangleAlert } from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { formatNumber } from "#lib/format.ts";
import type { MergedFact, MergePreview, MergeSide } from "#lib/visitors/preview-merge.ts";

export type Side = "left" | "right";

type MergePreviewProps = {
  preview: MergePreview;
  /** Whose id and links stay. */
  keeps: Side;
  onKeep: (side: Side) => void;
};

/** Two visitors beside each other: what each says, which of it counts after a merge, whose id stays. */
export function MergePreviewTable({ preview, keeps, onKeep }: MergePreviewProps) {
  const sides = ["left", "right"] as const;
  return (
    <div className="flex flex-col gap-3">
      {preview.isAcrossUrls && (
        <p className="flex items-start gap-2 rounded-md bg-warning-soft px-3 py-2 text-sm text-warning-text">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span>They have two LinkedIn profiles. Merge them only if one person has both.</span>
        </p>
      )}
      <div className="overflow-x-auto rounded-lg border border-line">
        <table className="w-full min-w-md table-fixed text-sm">
          <caption className="sr-only">Both visitors, and what counts after the merge</caption>
          <thead className="border-line border-b bg-sunken text-left align-top">
            <tr>
              <th scope="col" className="w-24 px-3 py-2">
                <span className="sr-only">Fact</span>
              </th>
              {sides.map((side) => (
                <th key={side} scope="col" className="px-3 py-2 font-medium text-ink">
                  <Head
                    side={preview[side]}
                    isKept={keeps === side}
                    isFixed={preview.keeps !== null}
                    onKeep={() => onKeep(side)}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {preview.facts.map((fact) => (
              <FactRow key={fact.label} fact={fact} />
            ))}
            <Row label="E-mails">
              {sides.map((side) => (
                <td key={side} className="break-all px-3 py-1.5 align-top text-ink">
                  {preview[side].emails.join(", ") || "—"}
                </td>
              ))}
            </Row>
            <Row label="Sessions">
              {sides.map((side) => (
                <td key={side} className="px-3 py-1.5 align-top text-ink">
                  {formatNumber(preview[side].sessions)}
                  <span className="ml-2 text-ink-muted text-xs">
                    last seen <RelativeTime value={preview[side].lastSeenAt} />
                  </span>
                </td>
              ))}
            </Row>
          </tbody>
        </table>
      </div>
      <p className="text-ink-muted text-sm">
        Together: {formatNumber(preview.sessions)} sessions, {formatNumber(preview.emails)}{" "}
        {preview.emails === 1 ? "e-mail" : "e-mails"}. Marked facts count: enrichment before
        identity before session, then the later. Links to the other lead to the one that stays. You
        can undo it at any time.
      </p>
    </div>
  );
}

type HeadProps = { side: MergeSide; isKept: boolean; isFixed: boolean; onKeep: () => void };

function Head({ side, isKept, isFixed, onKeep }: HeadProps) {
  return (
    <>
      <span className="block break-words">{side.name}</span>
      <label className="mt-1 flex items-center gap-1.5 font-normal text-ink-muted text-xs">
        <input
          type="radio"
          name="merge-keeps"
          checked={isKept}
          disabled={isFixed}
          onChange={onKeep}
          className="size-3.5 accent-accent"
        />
        {isFixed && isKept ? "Stays: has the LinkedIn URL" : isKept ? "Stays" : "Keep this one"}
      </label>
    </>
  );
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <tr>
      <th scope="row" className="px-3 py-1.5 text-left align-top font-normal text-ink-muted">
        {label}
      </th>
      {children}
    </tr>
  );
}

function FactRow({ fact }: { fact: MergedFact }) {
  return (
    <Row label={fact.label}>
      {(["left", "right"] as const).map((side) => {
        const isWinner = fact.winner === side || fact.winner === "both";
        return (
          <td
            key={side}
            className={cn("px-3 py-1.5 align-top", isWinner ? "text-ink" : "text-ink-faint")}
          >
            <span className="flex items-start gap-1.5">
              <span
                className={cn("min-w-0 break-words", !isWinner && fact[side] && "line-through")}
              >
                {fact[side] ?? "—"}
              </span>
              {fact.winner === side && (
                <Check
                  role="img"
                  aria-label="counts"
                  className="mt-0.5 size-3.5 shrink-0 text-positive-text"
                />
              )}
            </span>
          </td>
        );
      })}
    </Row>
  );
}
