import { SessionList } from "#components/sessions/session-list.tsx";
import { Card } from "#components/ui/card.tsx";
import { listCompanyVisitors } from "#lib/companies/list-company-visitors.ts";
import { listSessions } from "#lib/sessions/list-sessions.ts";

const LIMIT = 6;

interface Props {
  workspace: { id: string; slug: string };
  companyId: string;
}

/**
 * The latest sessions of the people of a company. The latest sessions belong to the people seen last,
 * so those few are asked for theirs.
 */
export async function SessionsSection({ workspace, companyId }: Props) {
  const people = await listCompanyVisitors(workspace.id, companyId, {
    sort: "-lastSeenAt",
    limit: LIMIT,
  });
  const pages = await Promise.all(
    people.rows.map(({ id }) =>
      listSessions(workspace.id, { visitor: id, sort: "-createdAt", limit: LIMIT }),
    ),
  );
  const sessions = pages
    .flatMap((page) => page.rows)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .slice(0, LIMIT);
  if (sessions.length === 0) return null;
  return (
    <Card title="Recent sessions" padded={false}>
      <SessionList sessions={sessions} base={`/${workspace.slug}`} />
    </Card>
  );
}
