import { LockKeyhole } from "lucide-react";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function Forbidden() {
  return (
    <>
      <PageHeader title="No access" />
      <EmptyState
        icon={<LockKeyhole />}
        title="Your role doesn’t include this page"
        text="Ask an admin: they can give you another role under Settings → People."
      />
    </>
  );
}
