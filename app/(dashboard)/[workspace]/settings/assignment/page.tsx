import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { AssignmentPreview } from "#components/worklist/assignment-preview.tsx";
import { RuleDialog } from "#components/worklist/rule-dialog.tsx";
import { RulesList } from "#components/worklist/rules-list.tsx";
import { SlaForm } from "#components/worklist/sla-form.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { now } from "#lib/clock.ts";
import { listAssignmentRules } from "#lib/worklist/assignment-rules.ts";
import { previewAssignment } from "#lib/worklist/preview-assignment.ts";
import { getSlaHours } from "#lib/worklist/settings.ts";
import { listMembers } from "#lib/workspaces/list-members.ts";
import * as actions from "./actions.ts";

export const metadata: Metadata = { title: "Assignment" };

interface Props {
  params: Promise<{ workspace: string }>;
}

export default async function AssignmentPage({ params }: Props) {
  const { id, slug } = (await requireMember((await params).workspace, "people.manage")).workspace;
  const [rules, members, preview, slaHours] = await Promise.all([
    listAssignmentRules(id),
    listMembers(id, new Date(now())),
    previewAssignment(id),
    getSlaHours(id),
  ]);
  const team = members.map(({ userId, name, isDisabled }) => ({ id: userId, name, isDisabled }));
  const bound = {
    save: actions.saveRule.bind(null, slug),
    setEnabled: actions.setRuleEnabled.bind(null, slug),
    move: actions.moveRule.bind(null, slug),
    remove: actions.removeRule.bind(null, slug),
    setSlaHours: actions.setSlaHours.bind(null, slug),
  };
  const add = (
    <Button variant="primary" icon={<Plus aria-hidden="true" />}>
      New rule
    </Button>
  );
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: `/${slug}/settings`, label: "Settings" }]}
        title="Assignment"
        description="Who gets a new account of the worklist, and when it is late."
        actions={<RuleDialog rule={null} team={team} save={bound.save} trigger={add} />}
      />
      <PageBody width="form">
        <Card
          title="Rules"
          description="Tried from the top when an account is new; the first that fits deals it, once. What no rule fits is everybody’s."
          padded={false}
        >
          <RulesList rules={rules} team={team} actions={bound} />
        </Card>
        {rules.length > 0 && (
          <Card
            title="Preview"
            description="What these rules would have done with the hundred accounts seen last."
            padded={false}
          >
            <AssignmentPreview rows={preview} rules={rules} team={team} base={`/${slug}`} />
          </Card>
        )}
        <Card
          title="Late accounts"
          description="A visit that nobody has attended to for longer than this is marked in the worklist."
        >
          <SlaForm slaHours={slaHours} save={bound.setSlaHours} />
        </Card>
      </PageBody>
    </>
  );
}
