import { Inbox } from "lucide-react";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function AccountNotFound() {
  return (
    <>
      <PageHeader title="No such account" />
      <EmptyState
        icon={<Inbox />}
        title="No account of the worklist is known under this link"
        text="The link may be incomplete. A visitor whose company has become known is part of that company’s account."
      />
    </>
  );
}
