"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, Suspense, useState, useTransition } from "react";
import type { BulkAnswer, BulkTarget, JobStanding } from "#components/table/bulk-target.ts";
import { type Matching, MatchingCount } from "#components/table/matching-count.tsx";
import { SelectionBar } from "#components/table/selection-bar.tsx";
import { useJob } from "#components/table/use-job.ts";
import type { Selection } from "#components/table/use-selection.ts";
import { Button } from "#components/ui/button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { formatNumber } from "#lib/format.ts";
import type { LeadChange } from "#lib/leads/lead-change.ts";
import { BulkMenus, type LeadChoices } from "./bulk-menus.tsx";

/** What the server does for the chosen visitors. */
export type VisitorBulkActions = {
  change: (target: BulkTarget, change: LeadChange) => Promise<BulkAnswer>;
  readJob: (jobId: string) => Promise<JobStanding | null>;
};

type VisitorsBulkBarProps = {
  selection: Selection;
  /** True when every row of the page is chosen, so that the rest may be offered. */
  isPageChosen: boolean;
  matching: Promise<Matching>;
  query: string;
  choices: LeadChoices;
  actions: VisitorBulkActions;
  /** More that can be done: the export. */
  children?: ReactNode;
};

export function VisitorsBulkBar(props: VisitorsBulkBarProps) {
  const { selection, matching, query, choices, actions } = props;
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  const [jobId, setJobId] = useState<string | null>(null);
  const done = (changed: number) => {
    toast({ title: `${formatNumber(changed)} ${changed === 1 ? "visitor" : "visitors"} changed` });
    router.refresh();
  };
  const job = useJob(jobId, actions.readJob, (standing) => {
    setJobId(null);
    if (standing?.problem) toast({ title: standing.problem, tone: "danger" });
    else done(standing?.done ?? 0);
  });
  const run = (change: LeadChange) =>
    start(async () => {
      const answer = await actions.change(targetOf(selection, query), change);
      if ("problem" in answer) toast({ title: answer.problem, tone: "danger" });
      else if ("jobId" in answer) setJobId(answer.jobId);
      else done(answer.changed);
    });
  const words = (
    <Suspense fallback="All that match">
      <MatchingCount matching={matching}>{(count) => `All ${count} selected`}</MatchingCount>
    </Suspense>
  );
  return (
    <SelectionBar
      count={selection.isAll ? 1 : selection.ids.size}
      words={jobId ? progressWords(job) : selection.isAll ? words : undefined}
      onClear={selection.clear}
    >
      {props.isPageChosen && !selection.isAll && (
        <Suspense>
          <MatchingCount matching={matching} moreThan={selection.ids.size}>
            {(count) => (
              <Button size="sm" variant="ghost" onClick={selection.selectAll}>
                Select all {count} that match
              </Button>
            )}
          </MatchingCount>
        </Suspense>
      )}
      <BulkMenus {...choices} disabled={pending || jobId !== null} onChange={run} />
      {props.children}
    </SelectionBar>
  );
}

/** What the choice stands for, as the server takes it. */
export function targetOf(selection: Selection, query: string): BulkTarget {
  return selection.isAll ? { query } : { ids: [...selection.ids] };
}

function progressWords(job: JobStanding | null): string {
  if (!job?.total) return "Changing…";
  return `Changed ${formatNumber(job.done)} of ${formatNumber(job.total)}`;
}
