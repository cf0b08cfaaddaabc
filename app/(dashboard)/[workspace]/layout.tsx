import type { ReactNode } from "react";
import { signOut } from "#app/(auth)/sign-out/actions.ts";
import { AppShell } from "#components/layout/app-shell.tsx";
import { CommandCenter } from "#components/layout/palette/command-center.tsx";
import { SearchButton } from "#components/layout/palette/search-button.tsx";
import { UserMenu } from "#components/layout/user-menu.tsx";
import { WorkspaceSwitcher } from "#components/layout/workspace-switcher.tsx";
import { Bell } from "#components/notifications/bell.tsx";
import { BellLive } from "#components/notifications/bell-live.tsx";
import { ROLE_LABEL } from "#components/people/role-items.ts";
import { ViewerZone } from "#components/ui/viewer-zone.tsx";
import { getMember } from "#lib/auth/require-member.ts";
import { navigationFor } from "#lib/navigation.ts";
import { countUnread } from "#lib/notifications/count-unread.ts";
import { listWorkspacesOf } from "#lib/workspaces/memberships.ts";
import { navSections } from "./navigation-icons.tsx";
import { countMine } from "./notifications/actions.ts";
import { findInWorkspace } from "./search/actions.ts";

interface Props {
  children: ReactNode;
  params: Promise<{ workspace: string }>;
}

export default async function WorkspaceLayout({ children, params }: Props) {
  const member = await getMember((await params).workspace);
  // Not the gate: each page has its own, and sends away whoever isn't a member.
  if (!member) return <main>{children}</main>;
  const { user, workspace, role } = member;
  const workspaces = await listWorkspacesOf(user.id);
  const base = `/${workspace.slug}`;
  const sections = navigationFor(role);
  const nav = navSections(base, sections);
  const often = sections.map(({ label, entries }) => ({
    ...(label && { label }),
    entries: entries.filter(({ isRare }) => !isRare),
  }));
  const unread = await countUnread(workspace.id, user.id);
  const bell = <Bell href={`${base}/notifications`} unread={unread} />;
  return (
    <AppShell
      title={
        <span className="flex items-center justify-between gap-2">
          <span className="min-w-0 truncate">{workspace.name}</span>
          {bell}
        </span>
      }
      workspace={
        <div className="flex items-center gap-1">
          <div className="min-w-0 flex-1">
            <WorkspaceSwitcher
              current={{ slug: workspace.slug, name: workspace.name }}
              workspaces={workspaces.map(({ slug, name }) => ({ slug, name }))}
            />
          </div>
          {bell}
        </div>
      }
      search={<SearchButton />}
      nav={navSections(base, often)}
      footer={
        <UserMenu
          name={user.name}
          email={user.email}
          role={ROLE_LABEL[role]}
          groups={[{ items: [{ label: "Your account", href: `${base}/settings/account` }] }]}
          onSignOut={signOut}
        />
      }
    >
      <ViewerZone zone={user.timezone}>{children}</ViewerZone>
      <BellLive url={`${base}/live`} count={countMine.bind(null, workspace.slug)} />
      <CommandCenter
        nav={nav}
        find={findInWorkspace.bind(null, workspace.slug)}
        onSignOut={signOut}
        memory={`${workspace.id}:${user.id}`}
      />
    </AppShell>
  );
}
