import type { Metadata } from "next";
import { z } from "zod";
import type { WorkspacePageProps } from "#app/(dashboard)/[workspace]/page-props.ts";
import { taskActions, taskFrame } from "#app/(dashboard)/[workspace]/team/task-frame.ts";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { pageLinks } from "#components/table/page-links.ts";
import { TaskForm } from "#components/tasks/task-form.tsx";
import { TaskGroups } from "#components/tasks/task-groups.tsx";
import { TasksEmpty } from "#components/tasks/tasks-empty.tsx";
import { Card } from "#components/ui/card.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { listTasksOf } from "#lib/leads/tasks/list-tasks.ts";
import { pagingParams } from "#lib/list-params.ts";
import { parseSearchState } from "#lib/search-state.ts";

export const metadata: Metadata = { title: "Tasks" };

const params = z.object({ show: z.enum(["open", "done"]).default("open"), ...pagingParams });

export default async function TasksPage(props: WorkspacePageProps) {
  const member = await requireMember((await props.params).workspace, "leads.write");
  const { workspace, user } = member;
  const state = await props.searchParams;
  const { value } = parseSearchState(params, state, ["before"]);
  const [frame, page] = await Promise.all([
    taskFrame(member),
    listTasksOf(workspace.id, user.id, value),
  ]);
  const path = `/${workspace.slug}/tasks`;
  const actions = taskActions(workspace.slug, null);
  const tabs = [
    { href: path, label: "To do", active: value.show === "open" },
    { href: `${path}?show=done`, label: "Done", active: value.show === "done" },
  ];
  return (
    <>
      <PageHeader
        title="My tasks"
        description="What you are to do, on visitors, companies and besides."
        tabs={<LinkTabs label="Tasks" items={tabs} />}
      />
      <PageBody width="form">
        {value.show === "open" && (
          <Card>
            <TaskForm frame={frame} submitLabel="Add" save={actions.create} />
          </Card>
        )}
        {page.rows.length === 0 && <TasksEmpty isDone={value.show === "done"} />}
        <TaskGroups tasks={page.rows} frame={frame} actions={actions} base={`/${workspace.slug}`} />
        {(value.cursor || page.nextCursor) && (
          <Pagination {...pageLinks(path, state, page.nextCursor)} />
        )}
      </PageBody>
    </>
  );
}
