import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { formatDuration, formatNumber, pathOf } from "#lib/format.ts";
import type { SessionRow } from "#lib/sessions/session-item.ts";

type SessionListProps = { sessions: readonly SessionRow[]; base: string };

/** Sessions of several people, newest first: who, from where, and what they landed on. */
export function SessionList({ sessions, base }: SessionListProps) {
  return (
    <ul className="divide-y divide-line border-line border-t">
      {sessions.map((session) => (
        <li key={session.sid} className="flex items-start gap-3 px-4 py-2.5">
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-baseline gap-x-2">
              {session.visitor && (
                <Link
                  href={`${base}/visitors/${session.visitor.id}`}
                  className="rounded-sm font-medium text-ink hover:underline"
                >
                  {session.visitor.fullName ?? "Unnamed visitor"}
                </Link>
              )}
              <span className="text-ink-muted">
                {[session.source, session.medium].filter(Boolean).join(" / ")}
              </span>
            </div>
            <div title={session.landingPage} className="truncate text-ink-muted text-xs leading-5">
              {[pathOf(session.landingPage), ...measuresOf(session)].join(" · ")}
            </div>
          </div>
          <RelativeTime
            value={session.createdAt}
            className="shrink-0 text-ink-muted text-xs leading-5"
          />
        </li>
      ))}
    </ul>
  );
}

/** Pages and time are known once a session has ended. */
function measuresOf({ pageviews, engagedMs }: SessionRow): string[] {
  const pages = `${formatNumber(pageviews)} ${pageviews === 1 ? "page" : "pages"}`;
  return [...(pageviews > 0 ? [pages] : []), ...(engagedMs > 0 ? [formatDuration(engagedMs)] : [])];
}
