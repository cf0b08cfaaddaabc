"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { BulkAnswer, BulkTarget, JobStanding } from "#components/table/bulk-target.ts";
import { ExportDialog, type ExportDialogProps } from "#components/table/export-dialog.tsx";
import { type Matching, SelectMatching } from "#components/table/matching-count.tsx";
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
  /** Ids of the rows shown. */
  page: readonly string[];
  matching: Promise<Matching>;
  query: string;
  choices: LeadChoices;
  actions: VisitorBulkActions;
  exported: Pick<ExportDialogProps, "action" | "noun" | "columns" | "allColumns" | "hasEmails">;
};

export function VisitorsBulkBar(props: VisitorsBulkBarProps) {
  const { selection, matching, query, choices, actions } = props;
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  const [isExporting, setExporting] = useState(false);
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
      const answer = await actions.change(selection.target(query), change);
      if ("problem" in answer) toast({ title: answer.problem, tone: "danger" });
      else if ("jobId" in answer) setJobId(answer.jobId);
      else done(answer.changed);
    });
  return (
    <SelectionBar selection={selection} matching={matching} words={jobId && progressWords(job)}>
      <SelectMatching page={props.page} selection={selection} matching={matching} />
      <BulkMenus {...choices} disabled={pending || jobId !== null} onChange={run} />
      <Button size="sm" onClick={() => setExporting(true)}>
        Export
      </Button>
      {isExporting && (
        <ExportDialog
          onClose={() => setExporting(false)}
          target={selection.target(query)}
          {...props.exported}
        />
      )}
    </SelectionBar>
  );
}

function progressWords(job: JobStanding | null): string {
  if (!job?.total) return "Changing…";
  return `Changed ${formatNumber(job.done)} of ${formatNumber(job.total)}`;
}
