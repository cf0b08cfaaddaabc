import { Building2, SearchX } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

/** No company is known yet: what will appear, and how. */
export function NoCompaniesYet({ base }: { base: string }) {
  return (
    <EmptyState
      icon={<Building2 />}
      title="No company is known yet"
      text="Companies appear once your sender has enriched a visitor: where people work now, and where they worked before."
      actions={<LinkButton href={`${base}/visitors`}>See the visitors</LinkButton>}
      className="rounded-lg border border-line"
    />
  );
}

/** The filters fit none. */
export function NoCompaniesMatch({ clearHref }: { clearHref: string }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title="No company matches"
      text="None fits all of these filters and words. Take one away, or start again."
      actions={<LinkButton href={clearHref}>Clear search and filters</LinkButton>}
      className="rounded-lg border border-line"
    />
  );
}
