import { Badge } from "#components/ui/badge.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { FiredRow } from "#lib/alerts/list-fired.ts";

/** Whom a rule found lately, newest first. `base` is the path of the workspace. */
export function FiredLog({ rows, base }: { rows: readonly FiredRow[]; base: string }) {
  return (
    <ul className="divide-y divide-line border-line border-t">
      {rows.map((row) => (
        <li
          key={row.id}
          className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-2.5 text-sm"
        >
          {row.name === null ? (
            <span className="text-ink-muted">Somebody who is gone</span>
          ) : (
            <Link
              href={`${base}/visitors/${row.visitorId}`}
              className="rounded-sm font-medium hover:underline"
            >
              {row.name}
            </Link>
          )}
          {row.companyName && <span className="text-ink-muted">{row.companyName}</span>}
          <span className="min-w-0 flex-1 basis-40 text-ink-muted text-xs">
            {row.why.join(" · ")}
          </span>
          {row.state === "cooldown" && <Badge>Within the pause</Badge>}
          {row.dueAt && <Badge tone="info">In the next digest</Badge>}
          <RelativeTime
            value={row.at}
            className="ml-auto shrink-0 text-right sm:w-20 text-ink-muted text-xs"
          />
        </li>
      ))}
    </ul>
  );
}
