"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { JobStanding } from "./bulk-target.ts";

const EVERY_MS = 700;

/** Follows a job until it is finished; null without one. The job goes on when the page is left. */
export function useJob(
  jobId: string | null,
  read: (jobId: string) => Promise<JobStanding | null>,
  onFinished: (standing: JobStanding | null) => void,
): JobStanding | null {
  const [standing, setStanding] = useState<JobStanding | null>(null);
  const ask = useEffectEvent(read);
  const finish = useEffectEvent(onFinished);
  useEffect(() => {
    if (!jobId) return;
    let timer: ReturnType<typeof setTimeout>;
    let isLeft = false;
    const round = async () => {
      const next = await ask(jobId);
      if (isLeft) return;
      setStanding(next);
      if (next === null || next.isFinished) finish(next);
      else timer = setTimeout(round, EVERY_MS);
    };
    void round();
    return () => {
      isLeft = true;
      clearTimeout(timer);
      setStanding(null);
    };
  }, [jobId]);
  return jobId ? standing : null;
}
