"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { AddFilter } from "./add-filter.tsx";
import type { Filter } from "./filter.ts";
import { FilterChip } from "./filter-chip.tsx";
import { searchHref } from "./search-href.ts";
import { useTableGo } from "./table-pending.tsx";

export type FilterBarProps = {
  filters: readonly Filter[];
  /** At the left: a SearchInput. */
  search?: ReactNode;
  /** At the right: columns, export, saved views. */
  children?: ReactNode;
  /** Goes to the filtered view; that of the table unless told. */
  go?: (href: string) => void;
};

/** The filters in force as chips, and a menu to add one. The state is the URL and nothing else. */
export function FilterBar({ filters, search, children, go: own }: FilterBarProps) {
  const path = usePathname();
  const query = useSearchParams();
  const tableGo = useTableGo();
  const go = own ?? tableGo;
  const [adding, setAdding] = useState<string | null>(null);
  const active = filters.filter((filter) => query.has(filter.id));
  const change = (changes: Record<string, string | null>) =>
    go(searchHref(path, query.toString(), changes));
  const set = (id: string, value: string | null) => {
    setAdding(null);
    change({ [id]: value });
  };
  const open = filters.find((filter) => filter.id === adding && !query.has(filter.id));
  return (
    <div className="flex flex-wrap items-center gap-2">
      {search}
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
        {active.map((filter) => (
          <FilterChip
            key={filter.id}
            filter={filter}
            value={query.get(filter.id) ?? ""}
            onChange={(value) => set(filter.id, value)}
          />
        ))}
        {open && (
          <FilterChip
            key={open.id}
            filter={open}
            value=""
            initiallyOpen
            onChange={(value) => set(open.id, value)}
            onCancel={() => setAdding(null)}
          />
        )}
        <AddFilter filters={filters.filter((filter) => !query.has(filter.id))} onAdd={setAdding} />
        {active.length > 1 && (
          <Button
            variant="ghost"
            size="sm"
            onClick={() => change(Object.fromEntries(filters.map((filter) => [filter.id, null])))}
          >
            Clear all
          </Button>
        )}
      </div>
      {children && <div className="flex items-center gap-2">{children}</div>}
    </div>
  );
}
