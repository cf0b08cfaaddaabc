import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { WorklistRow } from "#lib/worklist/list-worklist.ts";
import { countWords, pageWords, timesWords } from "./count-words.ts";

/** More people than this are not counted one by one; lib/worklist/activity.ts stops there. */
const MOST_PEOPLE = 200;

/** Why an account is here, in words; each of them leads to what it counts. */
export function ItemWords({ row, href }: { row: WorklistRow; href: string }) {
  const { activity, kind } = row;
  if (!activity) return <span className="text-ink-faint">No visit since its last outcome</span>;
  const { people, newPeople, names, pages, morePages, sessions } = activity;
  const who = names.map((one) => one.name ?? "Unnamed visitor");
  const more = people > who.length ? ` and ${people - who.length} more` : "";
  return (
    // Each word has its dot before it; that of the first word in a line lies outside and is cut off.
    <span className="-m-1 block min-w-0 overflow-hidden p-1">
      <span className="-ml-4 flex flex-wrap items-baseline gap-y-1">
        {kind === "company" && (
          <Word href={`${href}#people`} title={`${who.join(", ")}${more}`}>
            {countWords(people, "person", "people", MOST_PEOPLE)}
            {newPeople > 0 && (newPeople === people ? ", new here" : `, ${newPeople} new`)}
          </Word>
        )}
        {pages.map(({ path, views }) => (
          <Word key={path} href={`${href}#pages`} title={path}>
            {pageWords(path)} {timesWords(views)}
          </Word>
        ))}
        {morePages > 0 && (
          <Word href={`${href}#pages`}>{countWords(morePages, "other page", "other pages")}</Word>
        )}
        <Word href={`${href}#sessions`}>{countWords(sessions, "session", "sessions")}</Word>
        <span className="whitespace-nowrap text-ink-muted">
          <Dot />
          since <RelativeTime value={activity.firstAt} />
        </span>
      </span>
    </span>
  );
}

function Dot() {
  return (
    <span aria-hidden="true" className="inline-block w-4 text-center text-ink-faint">
      ·
    </span>
  );
}

function Word({ href, title, children }: { href: string; title?: string; children: ReactNode }) {
  return (
    <span className="min-w-0">
      <Dot />
      <Link
        href={href}
        title={title}
        className="rounded-sm text-ink underline decoration-line-strong underline-offset-2 hover:decoration-ink"
      >
        {children}
      </Link>
    </span>
  );
}
