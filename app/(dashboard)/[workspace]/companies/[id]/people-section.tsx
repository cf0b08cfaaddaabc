import { PeopleCard } from "#components/companies/people-card.tsx";
import { listCompanyPeople } from "#lib/companies/list-company-people.ts";
import { listCompanyVisitors } from "#lib/companies/list-company-visitors.ts";

const LIMIT = 8;
const MOST_LINKED = 200;

interface Props {
  workspace: { id: string; slug: string };
  companyId: string;
}

/** Who came from a company and who is linked to it, each person once. */
export async function PeopleSection({ workspace, companyId }: Props) {
  const base = `/${workspace.slug}`;
  const [seen, people] = await Promise.all([
    listCompanyVisitors(workspace.id, companyId, { sort: "-lastSeenAt", limit: LIMIT }),
    listCompanyPeople(workspace.id, companyId, MOST_LINKED),
  ]);
  const shown = new Set(seen.rows.map((visitor) => visitor.id));
  // Who works there now and is not shown is behind "All visitors"; a career is only linked here.
  const linked = people.filter(
    (person) => !shown.has(person.visitorId) && (!person.isCurrent || seen.nextCursor === null),
  );
  return (
    <PeopleCard
      base={base}
      seen={seen.rows}
      linked={linked.slice(0, LIMIT)}
      moreHref={seen.nextCursor && `${base}/visitors?company=${encodeURIComponent(companyId)}`}
    />
  );
}
