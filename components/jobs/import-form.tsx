"use client";

import { Upload } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ProblemText } from "#components/ui/problem-text.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { ImportResult } from "./import-result.tsx";
import { JobProgress, type JobProgressProps } from "./job-progress.tsx";
import { sendFile } from "./send-file.ts";

const MAX_BYTES = 10 * 1024 * 1024;

export type ImportFormProps = {
  uploadPath: string;
  /** Where the files of jobs are, each under its id. */
  filesPath: string;
  /** The import that the reader started last: it may still be going on. */
  lastJobId: string | null;
  read: JobProgressProps["read"];
};

/** Choose a file, see how far it is, and get the rows back that could not be taken. */
export function ImportForm({ uploadPath, filesPath, lastJobId, read }: ImportFormProps) {
  const [jobId, setJobId] = useState(lastJobId);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const send = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (!file) return;
    setProblem(null);
    setJobId(null);
    setSending(true);
    const answer =
      file.size > MAX_BYTES
        ? { problem: "The file has more than 10 MB. Split it." }
        : await sendFile(uploadPath, file);
    setSending(false);
    // The same file can be chosen again after it was mended.
    if (input.current) input.current.value = "";
    if ("jobId" in answer) setJobId(answer.jobId);
    else setProblem(answer.problem);
  };
  return (
    <div className="flex flex-col gap-4">
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        aria-label="CSV file"
        onChange={send}
        className="sr-only"
        tabIndex={-1}
      />
      <div className="flex items-center gap-3">
        <Button
          variant="primary"
          icon={<Upload aria-hidden="true" />}
          disabled={isSending}
          onClick={() => input.current?.click()}
        >
          Choose a CSV file…
        </Button>
        <span className="text-ink-muted text-xs">Up to 10 MB. It is imported at once.</span>
      </div>
      {isSending && (
        <p role="status" className="flex items-center gap-2 text-ink-muted text-sm">
          <Spinner /> Uploading…
        </p>
      )}
      <ProblemText text={problem} />
      {jobId && (
        <JobProgress
          key={jobId}
          jobId={jobId}
          label="Importing"
          read={read}
          doneText={(job) => <ImportResult job={job} filesPath={filesPath} />}
        />
      )}
    </div>
  );
}
