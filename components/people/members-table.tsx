import { Avatar } from "#components/ui/avatar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { CARD_ROW, CardTable } from "#components/ui/card-table.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { MemberRow } from "#lib/workspaces/list-members.ts";
import { MemberMenu } from "./member-menu.tsx";
import type { MemberActions } from "./people-actions.ts";
import { ROLE_LABEL } from "./role-items.ts";

export type MembersTableProps = {
  members: readonly MemberRow[];
  /** The reader's own user id. */
  selfId: string;
  actions: MemberActions;
};

export function MembersTable({ members, selfId, actions }: MembersTableProps) {
  return (
    <CardTable
      heads={[
        { label: "Person" },
        { label: "Role", className: "w-24 max-sm:hidden" },
        { label: "Last seen", className: "w-32 max-sm:hidden" },
      ]}
    >
      {members.map((member) => (
        <tr key={member.userId} className={CARD_ROW}>
          <th scope="row" className="px-4 py-2.5 font-normal">
            <Person member={member} isSelf={member.userId === selfId} />
          </th>
          <td className="px-2 py-2.5 max-sm:hidden">{ROLE_LABEL[member.role]}</td>
          <td className="px-2 py-2.5 text-ink-muted max-sm:hidden">
            {member.lastSeenAt ? <RelativeTime value={member.lastSeenAt} /> : "Never"}
          </td>
          <td className="px-2 py-2.5 text-right">
            <MemberMenu
              member={{
                userId: member.userId,
                name: member.name,
                role: member.role,
                isDisabled: member.isDisabled,
              }}
              isSelf={member.userId === selfId}
              actions={actions}
            />
          </td>
        </tr>
      ))}
    </CardTable>
  );
}

function Person({ member, isSelf }: { member: MemberRow; isSelf: boolean }) {
  return (
    <div className="flex min-w-0 items-center gap-2.5">
      <Avatar name={member.name} />
      <div className="min-w-0 flex-1">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2">
          <span className="truncate font-medium text-ink">{member.name}</span>
          {isSelf && <span className="text-ink-faint text-xs">you</span>}
          {member.isDisabled && <Badge tone="danger">Disabled</Badge>}
        </div>
        <div className="truncate text-ink-muted text-xs">
          <span className="sm:hidden">{ROLE_LABEL[member.role]} · </span>
          {member.email}
        </div>
      </div>
    </div>
  );
}
