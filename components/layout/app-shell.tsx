import type { ReactNode } from "react";
import { NavDrawer } from "./nav-drawer.tsx";
import { Sidebar, type SidebarProps } from "./sidebar.tsx";

export type AppShellProps = SidebarProps & {
  /** Beside the menu button on small screens; the name of the workspace, say. */
  title?: ReactNode;
  /** A line above everything: an alarm, a notice. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The frame of the signed-in app: a sidebar, or below 1024 px a top bar with a drawer. */
export function AppShell({ title, banner, children, ...sidebar }: AppShellProps) {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[14.5rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 font-medium text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      <aside className="hidden border-line border-r bg-canvas lg:block">
        <div className="sticky top-0 h-dvh">
          <Sidebar {...sidebar} />
        </div>
      </aside>
      <div className="flex min-h-dvh min-w-0 flex-col bg-surface">
        <header className="sticky top-0 z-30 flex h-12 items-center gap-2 border-line border-b bg-canvas px-2 lg:hidden">
          <NavDrawer>
            <Sidebar {...sidebar} />
          </NavDrawer>
          <div className="min-w-0 flex-1 truncate font-semibold text-sm">{title}</div>
        </header>
        {banner}
        <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
          {children}
        </main>
      </div>
    </div>
  );
}
