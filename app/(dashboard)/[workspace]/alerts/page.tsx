import { BellRing, Plus } from "lucide-react";
import type { Metadata } from "next";
import { RuleList } from "#components/alerts/rule-list.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { listRules } from "#lib/alerts/list-rules.ts";
import { can } from "#lib/auth/permissions.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import * as actions from "./actions.ts";

export const metadata: Metadata = { title: "Alerts" };

interface Props {
  params: Promise<{ workspace: string }>;
}

export default async function AlertsPage({ params }: Props) {
  const { workspace, user, role } = await requireMember((await params).workspace, "leads.write");
  const rules = await listRules(workspace.id, user.id);
  const path = `/${workspace.slug}/alerts`;
  const setEnabled = actions.setEnabled.bind(null, workspace.slug);
  const mine = rules.filter(({ ownerId }) => ownerId !== null);
  const shared = rules.filter(({ ownerId }) => ownerId === null);
  const create = (
    <LinkButton variant="primary" href={`${path}/new`} icon={<Plus aria-hidden="true" />}>
      New alert
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="Alerts"
        description="What you want to hear of the moment it happens, or gathered."
        actions={rules.length > 0 && create}
      />
      <PageBody width="form">
        {rules.length === 0 && (
          <EmptyState
            icon={<BellRing />}
            title="No alerts yet"
            text="Describe whom you wait for, such as somebody of a large company on the pricing page. Try it on last week before you turn it on."
            actions={create}
          />
        )}
        {mine.length > 0 && (
          <RuleList
            {...{ rules: mine, path, setEnabled }}
            title="Mine"
            description="Only you see these and are told."
            mayChange
          />
        )}
        {shared.length > 0 && (
          <RuleList
            {...{ rules: shared, path, setEnabled }}
            title="The workspace’s"
            description="Kept by the admins, for the team and for other systems."
            mayChange={can(role, "alerts.manage")}
          />
        )}
      </PageBody>
    </>
  );
}
