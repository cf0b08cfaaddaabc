import type { IdentityActions } from "#components/visitors/identity/identity-actions.ts";
import { IdentityCard } from "#components/visitors/identity/identity-card.tsx";
import { listVisitorCorrections } from "#lib/identity/list-corrections.ts";

interface Props {
  workspaceId: string;
  visitorId: string;
  base: string;
  undo: IdentityActions["undo"] | null;
}

/** What people corrected about who this visitor is. */
export async function IdentitySection({ workspaceId, visitorId, base, undo }: Props) {
  const corrections = await listVisitorCorrections(workspaceId, visitorId);
  return <IdentityCard visitorId={visitorId} base={base} corrections={corrections} undo={undo} />;
}
