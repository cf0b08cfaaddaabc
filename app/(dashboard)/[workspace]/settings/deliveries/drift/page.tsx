import type { Metadata } from "next";
import { Suspense } from "react";
import { DriftTable } from "#components/deliveries/drift-table.tsx";
import { LedgerTabs } from "#components/deliveries/ledger-tabs.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { TableSkeleton } from "#components/table/table-skeleton.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { listDrift } from "#lib/inbox/list-drift.ts";

const DRIFT_HEADS = ["What is new", "Kind", "In events of type", "Times", "Last seen"];

export const metadata: Metadata = { title: "Unknown fields" };

interface Props {
  params: Promise<{ workspace: string }>;
}

export default async function DriftPage({ params }: Props) {
  const { workspace } = await requireMember((await params).workspace, "deliveries.read");
  const path = `/${workspace.slug}/settings/deliveries`;
  return (
    <>
      <PageHeader
        title="Deliveries"
        description="What senders sent beyond what Foyer understands. It is kept with each delivery; nothing is lost."
        tabs={<LedgerTabs base={path} />}
      />
      <PageBody>
        <Suspense fallback={<TableSkeleton columns={DRIFT_HEADS} />}>
          <DriftRows workspaceId={workspace.id} base={path} />
        </Suspense>
      </PageBody>
    </>
  );
}

async function DriftRows({ workspaceId, base }: { workspaceId: string; base: string }) {
  return <DriftTable rows={await listDrift(workspaceId)} base={base} />;
}
