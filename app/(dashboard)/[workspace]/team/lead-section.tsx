import { LeadBar, type LeadBarProps } from "#components/leads/lead-bar.tsx";
import { listTags } from "#lib/leads/tags/tags.ts";
import { addNewTag, changeLead } from "./lead-actions.ts";
import { readTeam } from "./read-team.ts";

interface Props {
  workspace: { id: string; slug: string };
  visitorId: string;
  /** May hold more: only these three go to the browser. */
  lead: LeadBarProps["lead"];
}

/** Status, owner and tags of the visitor of a page, to be changed in place. */
export async function LeadSection({ workspace, visitorId, lead }: Props) {
  const [team, tags] = await Promise.all([readTeam(workspace.id), listTags(workspace.id)]);
  return (
    <div className="px-4 pt-3 sm:px-6">
      <LeadBar
        lead={{ owner: lead.owner, status: lead.status, tags: lead.tags }}
        team={team.map(({ id, name }) => ({ id, name }))}
        tags={tags}
        actions={{
          change: changeLead.bind(null, workspace.slug, visitorId),
          addNewTag: addNewTag.bind(null, workspace.slug, visitorId),
        }}
      />
    </div>
  );
}
