"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { TAB_CLASS, TAB_LIST_CLASS } from "./tab-class.ts";
import { TabCount } from "./tab-count.tsx";

export type TabsProps = {
  tabs: readonly { value: string; label: ReactNode; count?: number; panel: ReactNode }[];
  defaultValue?: string;
  value?: string;
  onValueChange?: (value: string) => void;
  className?: string;
};

/** Tabs inside a page. For tabs that have a URL of their own, take LinkTabs. */
export function Tabs({ tabs, defaultValue, value, onValueChange, className }: TabsProps) {
  return (
    <Base.Root
      defaultValue={defaultValue ?? tabs[0]?.value}
      value={value}
      onValueChange={(next) => onValueChange?.(String(next))}
      className={cn("min-w-0", className)}
    >
      <Base.List className={TAB_LIST_CLASS}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.value} value={tab.value} className={TAB_CLASS}>
            {tab.label}
            <TabCount count={tab.count} />
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="pt-4">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
