"use client";

import { GitCompareArrows } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";
import { searchHref } from "#components/table/search-href.ts";
import { ControlOption, ControlPopover } from "./control-popover.tsx";
import { PeriodForm } from "./period-form.tsx";
import { useReportGo } from "./report-pending.tsx";

export type ComparisonControlProps = {
  /** The parameter of the URL; null for no comparison. */
  value: "previous" | "year" | "custom" | null;
  from: string;
  to: string;
  /** The dates in words, "" without a comparison. */
  words: string;
  className?: string;
};

const OPTIONS = [
  [null, "No comparison"],
  ["previous", "Period before"],
  ["year", "Year before"],
] as const;

/** Which earlier period stands beside the report. */
export function ComparisonControl({ value, from, to, words, className }: ComparisonControlProps) {
  const [open, setOpen] = useState(false);
  const path = usePathname();
  const query = useSearchParams();
  const go = useReportGo();
  const choose = (compare: string | null, dates?: { from: string; to: string }) => {
    setOpen(false);
    const changes = { compareFrom: dates?.from ?? null, compareTo: dates?.to ?? null };
    go(searchHref(path, query.toString(), { compare, ...changes }));
  };
  const current = OPTIONS.find(([name]) => name === value);
  return (
    <ControlPopover
      label="Compare with"
      value={current?.[1] ?? "Own dates"}
      words={words}
      icon={<GitCompareArrows aria-hidden="true" />}
      title="Earlier period beside this one"
      open={open}
      onOpenChange={setOpen}
      className={className}
    >
      <ul aria-label="Ready-made comparisons">
        {OPTIONS.map(([name, label]) => (
          <ControlOption
            key={label}
            label={label}
            isChosen={name === value}
            onChoose={() => choose(name)}
          />
        ))}
      </ul>
      <PeriodForm
        key={`${from} ${to}`}
        from={from}
        to={to}
        onApply={(dates) => choose("custom", dates)}
      />
    </ControlPopover>
  );
}
