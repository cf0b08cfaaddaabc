import { CircleCheck, Clock, Inbox, SearchX, UserRound, Users } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { WorklistView } from "#lib/worklist/search-params.ts";

const WORDS: Readonly<
  Record<WorklistView, readonly [icon: ReactNode, title: string, text: string]>
> = {
  new: [
    <Inbox key="icon" />,
    "Nothing waits for anybody",
    "Each company whose people come to your website is one item here, the highest score first, until somebody claims it. New visits put it back.",
  ],
  mine: [
    <UserRound key="icon" />,
    "You have claimed nothing",
    "Take an account under New with Claim, or with the key c. It stays here until you snooze it or record an outcome.",
  ],
  team: [
    <Users key="icon" />,
    "The others have claimed nothing",
    "Accounts that somebody else works on stand here, with their names.",
  ],
  waiting: [
    <Clock key="icon" />,
    "Nothing is snoozed",
    "A snoozed account waits here and comes back by itself: at its time, or when its people return.",
  ],
  done: [
    <CircleCheck key="icon" />,
    "No outcome yet",
    "Accounts with an outcome stand here: a meeting, an opportunity with its amount, won, lost, or not a fit.",
  ],
};

/** What will stand in a view, and how it gets there. */
export function NothingInView({ view, base }: { view: WorklistView; base: string }) {
  const [icon, title, text] = WORDS[view];
  return (
    <EmptyState
      icon={icon}
      title={title}
      text={text}
      actions={
        <LinkButton href={view === "new" ? `${base}/visitors` : `${base}/worklist`}>
          {view === "new" ? "See the visitors" : "See what is new"}
        </LinkButton>
      }
      className="rounded-lg border border-line"
    />
  );
}

/** The filters fit no item of the view. */
export function NothingMatches({ clearHref }: { clearHref: string }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title="No account matches"
      text="None in this view fits all of these filters and words. Take one away, or start again."
      actions={<LinkButton href={clearHref}>Clear search and filters</LinkButton>}
      className="rounded-lg border border-line"
    />
  );
}
