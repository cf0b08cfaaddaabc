"use client";

import { Star, Users } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { filterQuery } from "#components/table/filter-query.ts";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { SaveView } from "./save-view.tsx";
import type { View, ViewActions } from "./view-actions.ts";
import { viewHref } from "./view-href.ts";
import { ViewMenu } from "./view-menu.tsx";

type ViewTabsProps = {
  /** What the list shows without a view: "All visitors". */
  all: string;
  views: readonly View[];
  /** The one that the list opens with. */
  defaultId: string | null;
  actions: ViewActions;
};

/** The views of a list as tabs, and what can be done with the one that is open. */
export function ViewTabs({ all, views, defaultId, actions }: ViewTabsProps) {
  const path = usePathname();
  const query = useSearchParams();
  const open = views.find((view) => view.id === query.get("view"));
  const filters = filterQuery(query.toString());
  const isChanged = filters !== filterQuery(open?.query ?? "");
  return (
    <div className="flex items-center gap-2">
      <LinkTabs
        label="Views"
        className="min-w-0 flex-1"
        items={[
          // The bare path is for the view that the list opens with.
          { href: defaultId ? `${path}?view=all` : path, label: all, active: !open },
          ...views.map((view) => ({
            href: viewHref(path, view),
            active: view.id === open?.id,
            label: (
              <span className="flex items-center gap-1.5">
                {view.name}
                {view.id === defaultId && (
                  <Star aria-label="opens first" role="img" className="size-3 text-ink-faint" />
                )}
                {view.isShared && (
                  <Users aria-label="shared" role="img" className="size-3 text-ink-faint" />
                )}
              </span>
            ),
          })),
        ]}
      />
      {open && (
        <ViewMenu
          view={open}
          isDefault={open.id === defaultId}
          filters={filters}
          isChanged={isChanged}
          path={path}
          actions={actions}
        />
      )}
      {isChanged && <SaveView filters={filters} path={path} actions={actions} />}
    </div>
  );
}
