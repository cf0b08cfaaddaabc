import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { PendingInvitation } from "#lib/workspaces/invitations.ts";
import type { Outcome } from "./people-actions.ts";
import { RevokeButton } from "./revoke-button.tsx";
import { ROLE_LABEL } from "./role-items.ts";

export type InvitationsListProps = {
  invitations: readonly PendingInvitation[];
  now: Date;
  revoke: (id: string) => Outcome;
};

export function InvitationsList({ invitations, now, revoke }: InvitationsListProps) {
  return (
    <ul className="divide-y divide-line border-line border-t">
      {invitations.map(({ id, email, role, expiresAt }) => (
        <li key={id} className="flex items-center gap-3 px-4 py-2.5 text-sm">
          <div className="min-w-0 flex-1">
            <div className="truncate font-medium text-ink">{email}</div>
            <div className="text-ink-muted text-xs">
              {ROLE_LABEL[role]} · until <RelativeTime value={expiresAt} form="exact" />
            </div>
          </div>
          {expiresAt < now && <Badge tone="warning">Expired</Badge>}
          <RevokeButton id={id} email={email} revoke={revoke} />
        </li>
      ))}
    </ul>
  );
}
