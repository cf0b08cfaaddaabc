import type { Metadata } from "next";
import * as actions from "#app/(dashboard)/[workspace]/alerts/actions.ts";
import type { WorkspacePageProps } from "#app/(dashboard)/[workspace]/page-props.ts";
import { newDraft } from "#components/alerts/rule-draft.ts";
import { RuleForm } from "#components/alerts/rule-form.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { can } from "#lib/auth/permissions.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { listTeam } from "#lib/leads/list-team.ts";
import { hasMail } from "#lib/mail/send-mail.ts";

export const metadata: Metadata = { title: "New alert" };

export default async function NewAlertPage({ params, searchParams }: WorkspacePageProps) {
  const { workspace, role } = await requireMember((await params).workspace, "leads.write");
  const mayShare = can(role, "alerts.manage");
  const isShared = mayShare && (await searchParams).for === "workspace";
  const base = `/${workspace.slug}`;
  const path = `${base}/alerts/new`;
  const tabs = [
    { href: path, label: "For me", active: !isShared },
    { href: `${path}?for=workspace`, label: "For the workspace", active: isShared },
  ];
  return (
    <>
      <PageHeader
        title="New alert"
        breadcrumbs={[{ href: `${base}/alerts`, label: "Alerts" }]}
        tabs={mayShare && <LinkTabs label="Whose alert" items={tabs} />}
      />
      <PageBody width="form">
        <RuleForm
          key={String(isShared)}
          initial={newDraft(isShared ? "workspace" : "mine", workspace.timezone)}
          isNew
          base={base}
          team={isShared ? await listTeam(workspace.id) : []}
          workspaceZone={workspace.timezone}
          hasMail={hasMail()}
          slackHint={null}
          actions={{
            save: actions.save.bind(null, workspace.slug, null),
            preview: actions.preview.bind(null, workspace.slug),
          }}
        />
      </PageBody>
    </>
  );
}
