import { UserRoundCheck } from "lucide-react";
import type { Metadata } from "next";
import { undoCorrection } from "#app/(dashboard)/[workspace]/visitors/[id]/identity-actions.ts";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { CorrectionList } from "#components/visitors/identity/correction-list.tsx";
import { can } from "#lib/auth/permissions.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { listCorrections } from "#lib/identity/list-corrections.ts";

export const metadata: Metadata = { title: "Corrections" };

interface Props {
  params: Promise<{ workspace: string }>;
}

/** Every merge and every "wrong person" of the workspace, also of visitors who are gone by it. */
export default async function CorrectionsPage({ params }: Props) {
  const { workspace, role } = await requireMember((await params).workspace, "visitors.read");
  const corrections = await listCorrections(workspace.id);
  const base = `/${workspace.slug}`;
  const undo = can(role, "leads.write") ? undoCorrection.bind(null, workspace.slug) : null;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: `${base}/visitors`, label: "Visitors" }]}
        title="Corrections"
        description="What people said about who is who. All of it can be undone."
      />
      <PageBody width="form">
        {corrections.length === 0 ? (
          <EmptyState
            icon={<UserRoundCheck />}
            title="Nothing was corrected"
            text="Merge two visitors, or mark a session as another person’s, on a visitor’s page."
          />
        ) : (
          <CorrectionList corrections={corrections} base={base} undo={undo} />
        )}
      </PageBody>
    </>
  );
}
