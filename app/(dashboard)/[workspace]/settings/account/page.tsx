import type { Metadata } from "next";
import { OwnSettingsForm } from "#components/account/own-settings-form.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { listMutedNotices } from "#lib/workspaces/own-settings.ts";
import { saveAccount } from "./actions.ts";

export const metadata: Metadata = { title: "Your account" };

interface Props {
  params: Promise<{ workspace: string }>;
}

export default async function AccountPage({ params }: Props) {
  const { user, workspace } = await requireMember((await params).workspace);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: `/${workspace.slug}/settings`, label: "Settings" }]}
        title="Your account"
        description={`${user.name}, ${user.email}`}
      />
      <PageBody width="form">
        <OwnSettingsForm
          timezone={user.timezone}
          muted={await listMutedNotices(workspace.id, user.id)}
          zones={Intl.supportedValuesOf("timeZone")}
          reportsZone={workspace.timezone}
          save={saveAccount.bind(null, workspace.slug)}
        />
      </PageBody>
    </>
  );
}
