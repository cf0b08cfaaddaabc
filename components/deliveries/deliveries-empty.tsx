import { Inbox, SearchX } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

/** Nothing was ever received. */
export function NoDeliveriesYet({ webhooksHref }: { webhooksHref: string }) {
  return (
    <EmptyState
      icon={<Inbox />}
      title="No deliveries yet"
      text="Every message with a good signature is listed here with what became of it. Connect a sender to an endpoint, or send a test event."
      actions={
        <LinkButton href={webhooksHref} variant="primary">
          Go to webhooks
        </LinkButton>
      }
    />
  );
}

/** The filters let nothing through. */
export function NoDeliveriesMatch({ clearHref }: { clearHref: string }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title="No delivery matches"
      text="Messages whose signature could not be verified are not kept, so they are never here."
      actions={<LinkButton href={clearHref}>Clear the filters</LinkButton>}
    />
  );
}
