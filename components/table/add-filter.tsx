"use client";

import { ListFilter } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Menu } from "#components/ui/menu.tsx";
import type { Filter } from "./filter.ts";

type AddFilterProps = { filters: readonly Filter[]; onAdd: (id: string) => void };

export function AddFilter({ filters, onAdd }: AddFilterProps) {
  if (filters.length === 0) return null;
  return (
    <Menu
      trigger={
        <Button variant="ghost" size="md" icon={<ListFilter aria-hidden="true" />}>
          Filter
        </Button>
      }
      groups={[
        {
          items: filters.map((filter) => ({
            label: filter.label,
            onSelect: () => onAdd(filter.id),
          })),
        },
      ]}
    />
  );
}
