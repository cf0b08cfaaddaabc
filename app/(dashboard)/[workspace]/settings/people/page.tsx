import type { Metadata } from "next";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { InvitationsList } from "#components/people/invitations-list.tsx";
import { InviteForm } from "#components/people/invite-form.tsx";
import { MembersTable } from "#components/people/members-table.tsx";
import { Card } from "#components/ui/card.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { now } from "#lib/clock.ts";
import { listPendingInvitations } from "#lib/workspaces/invitations.ts";
import { listMembers } from "#lib/workspaces/list-members.ts";
import * as actions from "./actions.ts";

export const metadata: Metadata = { title: "People" };

interface Props {
  params: Promise<{ workspace: string }>;
}

export default async function PeoplePage({ params }: Props) {
  const { user, workspace } = await requireMember((await params).workspace, "people.manage");
  const at = new Date(now());
  const [members, invitations] = await Promise.all([
    listMembers(workspace.id, at),
    listPendingInvitations(workspace.id),
  ]);
  const { slug } = workspace;
  const memberActions = {
    changeRole: actions.changeMemberRole.bind(null, slug),
    signOutEverywhere: actions.signMemberOut.bind(null, slug),
    setDisabled: actions.setMemberDisabled.bind(null, slug),
    remove: actions.removeFromWorkspace.bind(null, slug),
  };
  return (
    <>
      <PageHeader
        title="People"
        description={`Who can see ${workspace.name}, and what they may do.`}
      />
      <PageBody width="form">
        <Card title="Members" padded={false}>
          <MembersTable members={members} selfId={user.id} actions={memberActions} />
        </Card>
        <Card
          title="Invite somebody"
          description="They choose their own password. A rep and a marketer see visitors, companies and attribution; an admin also these settings, network addresses, phone numbers and raw payloads."
        >
          <InviteForm invite={actions.invite.bind(null, slug)} />
        </Card>
        {invitations.length > 0 && (
          <Card title="Pending invitations" padded={false}>
            <InvitationsList
              invitations={invitations}
              now={at}
              revoke={actions.revoke.bind(null, slug)}
            />
          </Card>
        )}
      </PageBody>
    </>
  );
}
