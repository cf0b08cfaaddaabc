import type { ReactNode } from "react";
import { type NavItem, NavLink } from "./nav-link.tsx";

export type NavSection = { label?: string; items: readonly NavItem[] };

export type SidebarProps = {
  /** At the top: the switcher of workspaces. */
  workspace: ReactNode;
  /** Below it: a search box or a button for it. */
  search?: ReactNode;
  nav: readonly NavSection[];
  /** At the bottom: the user's menu. */
  footer?: ReactNode;
};

export function Sidebar({ workspace, search, nav, footer }: SidebarProps) {
  return (
    <div className="flex h-full flex-col">
      <div className="p-2">{workspace}</div>
      {search && <div className="px-2 pb-2">{search}</div>}
      <nav aria-label="Main" className="flex-1 space-y-4 overflow-y-auto px-2 py-1">
        {nav.map((section, index) => (
          <div key={section.label ?? index}>
            {section.label && (
              <div className="px-2 pb-1 font-medium text-2xs text-ink-faint">{section.label}</div>
            )}
            <ul className="space-y-px">
              {section.items.map((item) => (
                <li key={item.href}>
                  <NavLink {...item} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      {footer && <div className="border-line border-t p-2">{footer}</div>}
    </div>
  );
}
