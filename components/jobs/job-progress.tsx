"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Progress } from "#components/ui/progress.tsx";
import { formatNumber } from "#lib/format.ts";
import type { JobView } from "#lib/jobs/get-job.ts";

const POLL_MS = 700;

export type JobProgressProps = {
  jobId: string;
  /** What is being done: "Changing visitors". */
  label: string;
  /** The job as it is now; null when there is none (any more). */
  read: (jobId: string) => Promise<JobView | null>;
  /** What came of it, in words; without it "Done". */
  doneText?: (job: JobView) => ReactNode;
  /** Called once, when it is done or has failed. */
  onEnd?: (job: JobView) => void;
};

/** How far a job is. It goes on when the page is left; this only looks. */
export function JobProgress({ jobId, label, read, doneText, onEnd }: JobProgressProps) {
  const job = useJob(jobId, read, onEnd);
  if (job === undefined) return <Progress label={label} value={null} />;
  if (job === null) return <p className="text-ink-muted text-sm">This job is no more.</p>;
  if (job.state === "failed") {
    return (
      <p role="alert" className="flex items-start gap-2 text-danger-text text-sm">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <span>{job.error ?? "It failed."}</span>
      </p>
    );
  }
  if (job.state === "done") {
    return (
      <div role="status" className="flex items-start gap-2 text-ink text-sm">
        <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-positive-text" />
        <div>{doneText?.(job) ?? "Done"}</div>
      </div>
    );
  }
  const { done, total } = job;
  return (
    <div className="flex flex-col gap-1">
      <Progress label={label} value={total === null ? null : done} max={Math.max(total ?? 1, 1)} />
      <p className="text-ink-muted text-xs">
        {total === null
          ? "Waiting for its turn."
          : `${formatNumber(done)} of ${formatNumber(total)}.`}{" "}
        You can leave this page; it goes on.
      </p>
    </div>
  );
}

/** Undefined until it was read for the first time. */
function useJob(jobId: string, read: JobProgressProps["read"], onEnd: JobProgressProps["onEnd"]) {
  const [job, setJob] = useState<JobView | null | undefined>(undefined);
  // What the page hands in may be new at each render; looking goes on with the latest.
  const latest = useRef({ read, onEnd });
  latest.current = { read, onEnd };
  useEffect(() => {
    let isLooking = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      try {
        const found = await latest.current.read(jobId);
        if (!isLooking) return;
        setJob(found);
        if (!found) return;
        if (found.finishedAt) return latest.current.onEnd?.(found);
      } catch {
        // The server is away for a moment; what it does is not lost.
      }
      if (isLooking) timer = setTimeout(look, POLL_MS);
    };
    void look();
    return () => {
      isLooking = false;
      clearTimeout(timer);
    };
  }, [jobId]);
  return job;
}
