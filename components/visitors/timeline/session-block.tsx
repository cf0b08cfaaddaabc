import { Link } from "#components/ui/link.tsx";
import { WrongPerson } from "#components/visitors/identity/wrong-person.tsx";
import { touchWords } from "#components/visitors/touch-words.ts";
import { formatDuration, formatInstant, formatNumber, pathOf } from "#lib/format.ts";
import { clockTime } from "./day-words.ts";
import { sessionAnchor, sessionHref } from "./entry-anchor.ts";
import type { TimelineBlock } from "./group-timeline.ts";
import type { SessionBrief } from "./session-brief.ts";
import { SessionDetail } from "./session-detail.tsx";
import { SessionIcon } from "./session-icon.tsx";
import { TimelineEntry } from "./timeline-entry.tsx";

type SessionBlockProps = {
  block: Extract<TimelineBlock, { kind: "session" }>;
  /** Null while the session itself has not arrived: its events came first. */
  session: SessionBrief | null;
  zone: string;
  kind: string | null;
};

/** One visit: where it came from, on what device, and below it what was done, newest first. */
export function SessionBlock({ block, session, zone, kind }: SessionBlockProps) {
  const longest = Math.max(
    0,
    ...block.items.map((item) => (item.kind === "pageview" ? (item.dwellMs ?? 0) : 0)),
  );
  return (
    <section
      id={sessionAnchor(block.sid)}
      className="scroll-mt-20 overflow-hidden rounded-lg border border-line"
    >
      <header className="flex items-start gap-3 border-line border-b bg-sunken px-3 py-2.5 sm:px-4">
        <span className="mt-0.5 flex size-4 shrink-0 text-ink-muted">
          <SessionIcon kind={session?.deviceKind ?? "desktop"} className="size-4" />
        </span>
        <div className="min-w-0 flex-1">
          {session ? <Head session={session} /> : <NoHead />}
          {session && <SessionDetail sid={session.sid} />}
        </div>
        <div className="shrink-0 text-right text-ink-muted text-xs leading-5">
          <Link
            href={sessionHref(block, kind)}
            title={`${formatInstant(session?.startedAt ?? block.at, zone)}: link to this session`}
            className="rounded-sm hover:text-ink hover:underline"
          >
            <time dateTime={session?.startedAt ?? block.at}>
              {clockTime(session?.startedAt ?? block.at, zone)}
            </time>
          </Link>
          {session && session.engagedMs > 0 && <div>{formatDuration(session.engagedMs)}</div>}
        </div>
        <WrongPerson
          wrong={{ scope: "session", ref: block.sid }}
          what={`the session of ${formatInstant(session?.startedAt ?? block.at, zone)}`}
        />
      </header>
      {block.items.length > 0 && (
        <ol className="divide-y divide-line px-3 sm:px-4">
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two items may be equal in everything, and the list is static
            <li key={index}>
              <TimelineEntry item={item} zone={zone} longest={longest} kind={kind} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Head({ session }: { session: SessionBrief }) {
  const { source, medium, campaign, pageviews, device, place } = session;
  const pages = pageviews > 0 && `${formatNumber(pageviews)} ${pageviews === 1 ? "page" : "pages"}`;
  const facts = [pages, device, place].filter(Boolean).join(" · ");
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-2 text-sm leading-5">
        <span className="font-medium text-ink">{touchWords({ source, medium })}</span>
        {campaign && <span className="min-w-0 truncate text-ink-muted">{campaign}</span>}
      </div>
      <div className="text-ink-muted text-xs leading-5">
        <span title={session.landingPage} className="break-all">
          Landed on {pathOf(session.landingPage)}
        </span>
        {facts && (
          <span className="block sm:inline">
            <span aria-hidden="true" className="max-sm:hidden">
              {" "}
              ·{" "}
            </span>
            {facts}
          </span>
        )}
      </div>
    </>
  );
}

function NoHead() {
  return <span className="text-ink-muted text-sm leading-5">Session under way</span>;
}
