import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { undoOutcome } from "#app/(dashboard)/[workspace]/worklist/actions.ts";
import { boundActions } from "#app/(dashboard)/[workspace]/worklist/bound-actions.ts";
import { PageBody } from "#components/layout/page-body.tsx";
import { CommitteeCard } from "#components/worklist/committee-card.tsx";
import { EvidenceCards } from "#components/worklist/evidence-cards.tsx";
import { HistoryCard } from "#components/worklist/history-card.tsx";
import { ItemHeader } from "#components/worklist/item-header.tsx";
import { ItemWords } from "#components/worklist/item-words.tsx";
import { isAtLeast } from "#lib/auth/permissions.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { now } from "#lib/clock.ts";
import { listEvidence } from "#lib/worklist/list-evidence.ts";
import { listHistory } from "#lib/worklist/list-history.ts";
import { getWorklistRow } from "#lib/worklist/list-worklist.ts";
import { getSlaHours } from "#lib/worklist/settings.ts";

export const metadata: Metadata = { title: "Account" };

interface Props {
  params: Promise<{ workspace: string; id: string }>;
}

export default async function WorklistItemPage({ params }: Props) {
  const { workspace: slug, id } = await params;
  const { workspace, user, role } = await requireMember(slug, "leads.write");
  const viewer = { userId: user.id, at: new Date(now()) };
  const [row, slaHours] = await Promise.all([
    getWorklistRow(workspace.id, id, viewer),
    getSlaHours(workspace.id),
  ]);
  if (!row) notFound();
  const [evidence, history] = await Promise.all([
    listEvidence(workspace.id, id, viewer),
    listHistory(workspace.id, row),
  ]);
  const base = `/${workspace.slug}`;
  return (
    <>
      <ItemHeader
        row={row}
        base={base}
        at={viewer.at.toISOString()}
        slaHours={slaHours}
        actions={boundActions(workspace.slug)}
      />
      <PageBody className="grid gap-4 xl:grid-cols-[minmax(0,1fr)_23rem] xl:gap-x-6">
        <p className="text-sm xl:col-span-2">
          <ItemWords row={row} href="" />
        </p>
        <div className="flex min-w-0 flex-col gap-4">
          {evidence && row.activity && <EvidenceCards evidence={evidence} base={base} />}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {row.committee && (
            <div id="committee" className="scroll-mt-16">
              <CommitteeCard committee={row.committee} base={base} />
            </div>
          )}
          <HistoryCard
            entries={history}
            mayUndo={(entry) => entry.userId === user.id || isAtLeast(role, "admin")}
            undo={undoOutcome.bind(null, workspace.slug, id)}
          />
        </div>
      </PageBody>
    </>
  );
}
