import { ViewTabs } from "#components/worklist/view-tabs.tsx";
import type { Viewer } from "#lib/worklist/item-state.ts";
import { countViews } from "#lib/worklist/list-accounts.ts";
import type { WorklistView } from "#lib/worklist/search-params.ts";

interface Props {
  workspaceId: string;
  viewer: Viewer;
  path: string;
  active: WorklistView;
}

/** The views with what is in each, whatever the filters. */
export async function CountedTabs({ workspaceId, viewer, path, active }: Props) {
  return <ViewTabs path={path} active={active} counts={await countViews(workspaceId, viewer)} />;
}
