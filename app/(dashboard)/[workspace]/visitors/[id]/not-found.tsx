import { UserRoundX } from "lucide-react";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function VisitorNotFound() {
  return (
    <>
      <PageHeader title="No such visitor" />
      <EmptyState
        icon={<UserRoundX />}
        title="Nobody is known under this link"
        text="The link may be incomplete, or the person asked to be erased. Everybody who is known is in the list of visitors."
      />
    </>
  );
}
