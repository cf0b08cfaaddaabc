import type { UrlState } from "#lib/search-state.ts";

/** What Next gives a page of a workspace whose state stands in the URL. */
export interface WorkspacePageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<UrlState>;
}
