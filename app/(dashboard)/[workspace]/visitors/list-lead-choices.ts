import type { LeadChoices } from "#components/visitors/bulk-menus.tsx";
import { listTeam } from "#lib/leads/list-team.ts";
import { listTags } from "#lib/leads/tags/tags.ts";

/** Who can own visitors and which tags they can have; of a member no more than the name. */
export async function listLeadChoices(workspaceId: string): Promise<LeadChoices> {
  const [team, tags] = await Promise.all([listTeam(workspaceId), listTags(workspaceId)]);
  return {
    team: team.map(({ id, name }) => ({ id, name })),
    tags: tags.map(({ id, name }) => ({ id, name })),
  };
}
