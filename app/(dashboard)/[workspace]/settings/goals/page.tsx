import { Flag } from "lucide-react";
import type { Metadata } from "next";
import { GoalDialog } from "#components/goals/goal-dialog.tsx";
import { GoalsList } from "#components/goals/goals-list.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listGoalRules } from "#lib/attribution/goals/goal-rules.ts";
import { pageGoal } from "#lib/attribution/goals/page-goals.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import * as actions from "./actions.ts";

export const metadata: Metadata = { title: "Goals" };

interface Props {
  params: Promise<{ workspace: string }>;
}

export default async function GoalsPage({ params }: Props) {
  const { workspace } = await requireMember((await params).workspace, "goals.manage");
  const goals = await listGoalRules(workspace.id);
  const save = actions.save.bind(null, workspace.slug);
  const remove = actions.remove.bind(null, workspace.slug);
  const attribution = `/${workspace.slug}/attribution`;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: `/${workspace.slug}/settings`, label: "Settings" }]}
        title="Goals"
        description="What counts as a conversion in reports, besides the stages, a valid e-mail and the outcomes of the worklist. A visitor converts once, when it is first reached."
        actions={goals.length > 0 && <GoalDialog save={save} />}
      />
      <PageBody width="form">
        {goals.length === 0 ? (
          <EmptyState
            icon={<Flag />}
            title="No goals of your own yet"
            text="Make a page or an outgoing link a goal, such as the pricing page or a link to your calendar. Attribution then shows which channels lead there."
            actions={<GoalDialog save={save} />}
          />
        ) : (
          <GoalsList
            goals={goals}
            reportHref={(id) => `${attribution}?goal=${encodeURIComponent(pageGoal(id))}`}
            actions={{ save, remove }}
          />
        )}
      </PageBody>
    </>
  );
}
