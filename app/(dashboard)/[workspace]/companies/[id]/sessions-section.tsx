import { SessionList } from "#components/sessions/session-list.tsx";
import { Card } from "#components/ui/card.tsx";
import { listCompanySessions } from "#lib/companies/list-company-sessions.ts";

const LIMIT = 6;

interface Props {
  workspace: { id: string; slug: string };
  companyId: string;
}

/** The latest sessions of the people of a company. */
export async function SessionsSection({ workspace, companyId }: Props) {
  const sessions = await listCompanySessions(workspace.id, companyId, LIMIT);
  if (sessions.length === 0) return null;
  return (
    <Card title="Recent sessions" padded={false}>
      <SessionList sessions={sessions} base={`/${workspace.slug}`} />
    </Card>
  );
}
