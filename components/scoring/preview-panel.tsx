import { ArrowRight } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import { Link } from "#components/ui/link.tsx";
import { formatNumber } from "#lib/format.ts";
import type { PreviewRow, RulesPreview } from "#lib/scoring/preview-rules.ts";
import { formatPoints } from "./format-points.ts";

export type PreviewPanelProps = {
  preview: RulesPreview;
  base: string;
  saving: boolean;
  save: () => void;
};

/** What a change of the rules does, and the button that makes it. */
export function PreviewPanel({ preview, base, saving, save }: PreviewPanelProps) {
  const { rise, fall, same, topChanges, top, rows } = preview;
  return (
    <Card
      title="Preview"
      description={whomOf(preview)}
      actions={
        <Button variant="primary" loading={saving} onClick={save}>
          Save and score anew
        </Button>
      }
      padded={false}
    >
      <p className="border-line border-y px-4 py-2.5 text-ink" role="status">
        <strong className="font-semibold">{formatNumber(rise)}</strong> rise,{" "}
        <strong className="font-semibold">{formatNumber(fall)}</strong> fall, {formatNumber(same)}{" "}
        stay.{" "}
        {top > 0 && (
          <>
            <strong className="font-semibold">{formatNumber(topChanges)}</strong> of your top{" "}
            {formatNumber(top)} change.
          </>
        )}
      </p>
      {rows.length > 0 && (
        <table aria-label="The best by the new rules" className="w-full text-left text-sm">
          <thead>
            <tr className="border-line border-b text-ink-muted text-xs">
              <th scope="col" className="px-4 py-2 font-medium">
                The best by the new rules
              </th>
              <th scope="col" className="w-16 px-2 py-2 text-right font-medium">
                Now
              </th>
              <th scope="col" className="w-16 px-2 py-2 text-right font-medium max-sm:pr-4">
                Then
              </th>
              <th scope="col" className="w-20 px-4 py-2 text-right font-medium max-sm:hidden">
                Change
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Person key={row.id} row={row} base={base} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function Person({ row, base }: { row: PreviewRow; base: string }) {
  const change = row.after - row.before;
  return (
    <tr className="border-line border-b last:border-b-0">
      <th scope="row" className="max-w-0 truncate px-4 py-2 font-normal">
        <Link href={`${base}/visitors/${row.id}`} className="rounded-sm hover:underline">
          {row.name}
        </Link>
      </th>
      <td className="px-2 py-2 text-right text-ink-muted tabular-nums">{row.before}</td>
      <td className="px-2 py-2 text-right font-medium tabular-nums max-sm:pr-4">
        <ArrowRight aria-hidden="true" className="mr-1.5 inline size-3 text-ink-faint" />
        {row.after}
      </td>
      <td
        className={cn(
          "px-4 py-2 text-right tabular-nums max-sm:hidden",
          change === 0 ? "text-ink-faint" : change > 0 ? "text-positive-text" : "text-danger-text",
        )}
      >
        {formatPoints(change)}
      </td>
    </tr>
  );
}

function whomOf({ compared, isAll }: RulesPreview): string {
  if (compared === 0) return "Nobody has been identified yet, so there is nothing to compare.";
  if (!isAll) return `Scores of today, of a sample of ${formatNumber(compared)} visitors.`;
  return compared === 1
    ? "The score of today of your one visitor."
    : `Scores of today, of all ${formatNumber(compared)} visitors.`;
}
