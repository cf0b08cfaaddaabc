import { CommitteeCard } from "#components/worklist/committee-card.tsx";
import { getCommittee } from "#lib/worklist/committee.ts";

interface Props {
  workspace: { id: string; slug: string };
  companyId: string;
}

/** The latest buying committee of a company; nothing when there never was one. */
export async function CommitteeSection({ workspace, companyId }: Props) {
  const committee = await getCommittee(workspace.id, companyId);
  return committee ? <CommitteeCard committee={committee} base={`/${workspace.slug}`} /> : null;
}
