import { Bell } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import type { WorkspacePageProps } from "#app/(dashboard)/[workspace]/page-props.ts";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { MarkAllRead, NotificationList } from "#components/notifications/notification-list.tsx";
import { pageLinks } from "#components/table/page-links.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { pagingParams } from "#lib/list-params.ts";
import { countUnread } from "#lib/notifications/count-unread.ts";
import { listNotifications } from "#lib/notifications/list-notifications.ts";
import { parseSearchState } from "#lib/search-state.ts";
import { markRead } from "./actions.ts";

export const metadata: Metadata = { title: "Notifications" };

const params = z.object({ cursor: pagingParams.cursor });

export default async function NotificationsPage(props: WorkspacePageProps) {
  const { workspace, user } = await requireMember((await props.params).workspace);
  const state = await props.searchParams;
  const { value } = parseSearchState(params, state, ["before"]);
  const [page, unread] = await Promise.all([
    listNotifications(workspace.id, user.id, value.cursor),
    countUnread(workspace.id, user.id),
  ]);
  const path = `/${workspace.slug}/notifications`;
  const mark = markRead.bind(null, workspace.slug);
  return (
    <>
      <PageHeader
        title="Notifications"
        description="Alerts that fired, and what colleagues told you. Kept for three months."
        actions={unread > 0 && <MarkAllRead markRead={mark} />}
      />
      <PageBody width="form">
        {page.rows.length === 0 ? (
          <EmptyState
            icon={<Bell />}
            title="Nothing yet"
            text="When an alert fires or somebody mentions you, it is here."
            actions={<LinkButton href={`/${workspace.slug}/alerts`}>See your alerts</LinkButton>}
          />
        ) : (
          <NotificationList rows={page.rows} markRead={mark} />
        )}
        {(value.cursor || page.nextCursor) && (
          <Pagination {...pageLinks(path, state, page.nextCursor)} />
        )}
      </PageBody>
    </>
  );
}
