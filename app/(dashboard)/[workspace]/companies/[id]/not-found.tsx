import { Building2 } from "lucide-react";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function CompanyNotFound() {
  return (
    <>
      <PageHeader title="No such company" />
      <EmptyState
        icon={<Building2 />}
        title="No company is known under this link"
        text="The link may be incomplete, or the company went with the last person who was linked to it. Every company that is known is in the list of companies."
      />
    </>
  );
}
