import { redirect } from "next/navigation";
import { viewHref } from "#components/views/view-href.ts";
import { can } from "#lib/auth/permissions.ts";
import type { Member } from "#lib/auth/require-member.ts";
import type { UrlState } from "#lib/search-state.ts";
import type { ListRoom } from "#lib/views/list-layout.ts";
import { getListPreferences } from "#lib/views/list-preferences.ts";
import { listViews } from "#lib/views/saved-views.ts";
import { saveLayout } from "./list-actions.ts";
import { changeView, createView, openWith, removeView } from "./view-actions.ts";

/**
 * What a member brings to a list: its columns as they like them, its views, and the actions that change
 * both. At the bare path it goes on to the view that the list opens with.
 */
export async function readListRoom(member: Member, room: ListRoom, state: UrlState) {
  const { workspace, user, role } = member;
  const reader = { workspaceId: workspace.id, userId: user.id, room };
  const [{ layout, defaultViewId }, saved] = await Promise.all([
    getListPreferences(reader),
    listViews(reader),
  ]);
  const first = saved.find(({ id }) => id === defaultViewId) ?? null;
  if (first && Object.keys(state).length === 0) {
    redirect(viewHref(`/${workspace.slug}/${room}`, first));
  }
  const { slug } = workspace;
  return {
    layout: {
      list: `${workspace.id} ${room}`,
      initial: layout,
      save: saveLayout.bind(null, slug, room),
    },
    views: {
      views: saved.map(({ isOwn, ...view }) => ({
        ...view,
        canChange: isOwn || can(role, "people.manage"),
      })),
      defaultId: first?.id ?? null,
      actions: {
        create: createView.bind(null, slug, room),
        change: changeView.bind(null, slug, room),
        remove: removeView.bind(null, slug, room),
        open: openWith.bind(null, slug, room),
      },
    },
  };
}
