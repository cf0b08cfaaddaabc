import { SearchX } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

export default function NotFound() {
  return (
    <main className="flex min-h-[70dvh] items-center justify-center">
      <EmptyState
        level={1}
        icon={<SearchX />}
        title="This page does not exist"
        text="The link may be old, what it led to may have been erased, or it belongs to a workspace that you are not a member of."
        actions={<LinkButton href="/">Go to the start page</LinkButton>}
      />
    </main>
  );
}
