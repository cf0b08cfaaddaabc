import type { Metadata } from "next";
import { Suspense } from "react";
import type { WorkspacePageProps } from "#app/(dashboard)/[workspace]/page-props.ts";
import { LinkNotices } from "#app/(dashboard)/[workspace]/visitors/link-notices.tsx";
import { deliveryFilters } from "#components/deliveries/delivery-filters.ts";
import { LedgerTabs } from "#components/deliveries/ledger-tabs.tsx";
import { DELIVERY_HEADS } from "#components/deliveries/list-heads.ts";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { FilterBar } from "#components/table/filter-bar.tsx";
import { SearchInput } from "#components/table/search-input.tsx";
import { TablePending } from "#components/table/table-pending.tsx";
import { TableSkeleton } from "#components/table/table-skeleton.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { EVENT_TYPES } from "#lib/events/registry.ts";
import { deliveryListParams } from "#lib/inbox/delivery-params.ts";
import { parseSearchState } from "#lib/search-state.ts";
import { listEndpointNames } from "#lib/webhooks/list-endpoints.ts";
import { DeliveriesSection } from "./deliveries-section.tsx";
import { StateCounts } from "./state-counts.tsx";

export const metadata: Metadata = { title: "Deliveries" };

export default async function DeliveriesPage({ params, searchParams }: WorkspacePageProps) {
  const { workspace } = await requireMember((await params).workspace, "deliveries.read");
  const state = await searchParams;
  const { value, notices } = parseSearchState(deliveryListParams, state, ["before"]);
  const endpoints = await listEndpointNames(workspace.id);
  const path = `/${workspace.slug}/settings/deliveries`;
  return (
    <>
      <PageHeader
        title="Deliveries"
        description="Every message with a good signature, and what became of it."
        tabs={<LedgerTabs base={path} />}
      />
      <PageBody>
        <LinkNotices notices={notices} />
        <TablePending>
          <Suspense fallback={<div className="h-8" />}>
            <StateCounts workspaceId={workspace.id} path={path} state={state} filters={value} />
          </Suspense>
          <FilterBar
            filters={deliveryFilters([...EVENT_TYPES, "foyer.test"], endpoints)}
            search={<SearchInput label="Find an exact id" param="id" />}
          />
          <Suspense fallback={<TableSkeleton columns={DELIVERY_HEADS} rows={12} />}>
            <DeliveriesSection
              workspace={workspace}
              params={value}
              state={state}
              endpoints={endpoints}
            />
          </Suspense>
        </TablePending>
      </PageBody>
    </>
  );
}
