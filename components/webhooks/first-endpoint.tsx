import { Webhook } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** What the page says before there is an endpoint; `action` is the button that makes one. */
export function FirstEndpoint({ action }: { action: ReactNode }) {
  return (
    <EmptyState
      icon={<Webhook />}
      title="Nothing can arrive yet"
      text={
        <div className="flex flex-col gap-2">
          <p>An endpoint is the address to which Midbound sends the visitors that it identifies.</p>
          <ol className="mx-auto max-w-sm list-decimal space-y-1 pl-5 text-left">
            <li>Create an endpoint here and copy its URL into Midbound’s webhook settings.</li>
            <li>Paste the secret that Midbound shows, so that both sides share one.</li>
          </ol>
          <p>Then send a test event. Visitors appear with the first real delivery.</p>
        </div>
      }
      actions={action}
    />
  );
}
