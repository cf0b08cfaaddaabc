import { SearchX, UserRound } from "lucide-react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

type NoVisitorsYetProps = {
  base: string;
  /** Null while there is no endpoint. */
  endpointUrl: string | null;
};

/** Nobody has come yet: what will appear, and how. */
export function NoVisitorsYet({ base, endpointUrl }: NoVisitorsYetProps) {
  return (
    <EmptyState
      icon={<UserRound />}
      title="Nobody has arrived yet"
      text={
        <>
          <p>
            The people whom your sender recognises on your website appear here: who they are, where
            they work, what they read and what brought them.
          </p>
          <dl className="mx-auto mt-5 grid w-full max-w-md gap-2 text-left">
            {endpointUrl && <Line term="Send webhooks to" text={endpointUrl} />}
            <Line term="Or look around with invented people" text="npm run demo" />
          </dl>
        </>
      }
      actions={
        <LinkButton href={`${base}/settings/webhooks`} variant="primary">
          Set up a webhook
        </LinkButton>
      }
      className="rounded-lg border border-line"
    />
  );
}

function Line({ term, text }: { term: string; text: string }) {
  return (
    <div className="rounded-md border border-line bg-sunken py-1.5 pr-1.5 pl-3">
      <dt className="text-ink-muted text-xs">{term}</dt>
      <dd className="flex items-center justify-between gap-2">
        <code className="min-w-0 break-all font-mono text-ink text-xs">{text}</code>
        <CopyButton text={text} label={`Copy ${text}`} />
      </dd>
    </div>
  );
}

/** The filters fit nobody. */
export function NoVisitorsMatch({ clearHref }: { clearHref: string }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title="No visitor matches"
      text="Nobody fits all of these filters and words. Take one away, or start again."
      actions={<LinkButton href={clearHref}>Clear search and filters</LinkButton>}
      className="rounded-lg border border-line"
    />
  );
}
