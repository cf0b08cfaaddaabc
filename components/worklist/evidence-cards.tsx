import type { ReactNode } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Evidence } from "#lib/worklist/list-evidence.ts";
import { countWords, timesWords } from "./count-words.ts";

type EvidenceCardsProps = { evidence: Evidence; base: string };

/** What the words of an item count: each person, each page, each session. */
export function EvidenceCards({ evidence, base }: EvidenceCardsProps) {
  const { people, pages, sessions } = evidence;
  return (
    <>
      <List id="people" title={countWords(people.length, "person", "people")}>
        {people.map((person) => (
          <Row key={person.id} at={person.lastSeenAt}>
            <Avatar name={person.name} />
            <div className="min-w-0 flex-1 leading-[1.125rem]">
              <Person base={base} id={person.id} name={person.name} />
              <Detail
                words={[
                  person.jobTitle,
                  countWords(person.sessions, "session", "sessions"),
                  countWords(person.pageviews, "page", "pages"),
                ]}
              />
            </div>
          </Row>
        ))}
      </List>
      <List id="pages" title={countWords(pages.length, "page", "pages")}>
        {pages.map((page) => (
          <Row key={page.path} at={page.lastAt}>
            <div className="min-w-0 flex-1 leading-[1.125rem]">
              <div className="truncate font-medium">{page.path}</div>
              <Detail
                words={[
                  `read ${timesWords(page.views)}`,
                  `by ${countWords(page.people, "person", "people")}`,
                ]}
              />
            </div>
          </Row>
        ))}
        {pages.length === 0 && (
          <li className="px-4 py-3 text-ink-muted">Pages are known once a session has ended.</li>
        )}
      </List>
      <List id="sessions" title={countWords(sessions.length, "session", "sessions")}>
        {sessions.map((session) => (
          <Row key={session.sid} at={session.createdAt}>
            <div className="min-w-0 flex-1 leading-[1.125rem]">
              <Person base={base} id={session.visitorId} name={session.name} hash="#timeline" />
              <Detail words={[countWords(session.pages, "page", "pages")]} />
            </div>
          </Row>
        ))}
      </List>
    </>
  );
}

function List({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <div id={id} className="scroll-mt-16">
      <Card title={title} padded={false}>
        <ul className="divide-y divide-line border-line border-t">{children}</ul>
      </Card>
    </div>
  );
}

function Row({ at, children }: { at: string; children: ReactNode }) {
  return (
    <li className="relative flex items-center gap-3 px-4 py-2 hover:bg-hover">
      {children}
      <RelativeTime value={at} className="relative shrink-0 text-ink-muted text-xs" />
    </li>
  );
}

type PersonProps = { base: string; id: string; name: string | null; hash?: string };

function Person({ base, id, name, hash = "" }: PersonProps) {
  return (
    <Link
      href={`${base}/visitors/${id}${hash}`}
      className="block truncate rounded-sm font-medium text-ink after:absolute after:inset-0"
    >
      {name ?? "Unnamed visitor"}
    </Link>
  );
}

function Detail({ words }: { words: readonly (string | null)[] }) {
  return (
    <div className="truncate text-ink-muted text-xs leading-4">
      {words.filter(Boolean).join(" · ")}
    </div>
  );
}
