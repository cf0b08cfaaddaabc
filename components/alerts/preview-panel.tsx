"use client";

import { History } from "lucide-react";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Preview } from "#lib/alerts/preview.ts";
import type { Problem } from "#lib/attempt.ts";
import { formatNumber } from "#lib/format.ts";
import type { Previewed, RuleFormActions } from "./alert-actions.ts";

export type PreviewPanelProps = {
  rule: Previewed;
  /** Path of the workspace. */
  base: string;
  preview: RuleFormActions["preview"];
};

/** What the rule, as it stands in the form, would have fired in the last week. */
export function PreviewPanel({ rule, base, preview }: PreviewPanelProps) {
  const [shown, setShown] = useState<{ of: string; result: Preview | Problem } | null>(null);
  const [pending, start] = useTransition();
  const asked = JSON.stringify(rule);
  const run = () =>
    start(async () => {
      const result = await preview(rule);
      setShown({ of: asked, result });
    });
  const isStale = shown !== null && shown.of !== asked;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button size="sm" icon={<History aria-hidden="true" />} loading={pending} onClick={run}>
          Try it on last week
        </Button>
        <p role="status" className="text-sm">
          {shown && (isStale ? "The conditions have changed since." : words(shown.result))}
        </p>
      </div>
      {shown && !isStale && "items" in shown.result && shown.result.items.length > 0 && (
        <Found items={shown.result.items} base={base} />
      )}
    </div>
  );
}

function words(result: Preview | Problem): string {
  if ("problem" in result) return result.problem;
  const { fired, cooled, isCapped } = result;
  const times = fired === 1 ? "once" : `${formatNumber(fired)} times`;
  const silent =
    cooled > 0 ? `, and kept silent ${formatNumber(cooled)} more within the pause` : "";
  const capped = isCapped ? " Only the latest 5,000 visitors were looked at." : "";
  if (fired === 0) return `It would not have fired in the last seven days.${capped}`;
  return `It would have fired ${times} in the last seven days${silent}.${capped}`;
}

function Found({ items, base }: { items: Preview["items"]; base: string }) {
  return (
    <ul
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard
      tabIndex={0}
      aria-label="What would have fired"
      className="max-h-72 divide-y divide-line overflow-y-auto rounded-md border border-line"
    >
      {items.map((item) => (
        <li
          key={`${item.visitorId} ${item.at}`}
          className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-3 py-2 text-sm"
        >
          <Link
            href={`${base}/visitors/${item.visitorId}`}
            className="rounded-sm font-medium hover:underline"
          >
            {item.name}
          </Link>
          <span className="text-ink-muted">{item.company.name}</span>
          <span className="min-w-0 flex-1 text-ink-muted text-xs">{item.why.join(" · ")}</span>
          <RelativeTime value={item.at} className="text-ink-muted text-xs" />
        </li>
      ))}
    </ul>
  );
}
