import { Download } from "lucide-react";
import { buttonClass } from "#components/ui/button-class.ts";
import { formatNumber } from "#lib/format.ts";
import type { JobView } from "#lib/jobs/get-job.ts";
import { isJsonObject } from "#lib/json.ts";

/** How many rows did what, and the file of those that could not be taken. */
export function ImportResult({ job, filesPath }: { job: JobView; filesPath: string }) {
  const { result } = job;
  if (!isJsonObject(result)) return "Done";
  const { rows, changed, failed, errorFileId } = result;
  return (
    <div className="flex flex-col items-start gap-2">
      <p>
        {countOf(rows)} rows read, {countOf(changed)} changed something
        {Number(failed) > 0 && `, ${countOf(failed)} could not be taken`}.
      </p>
      {typeof errorFileId === "string" && (
        <a href={`${filesPath}/${errorFileId}`} download className={buttonClass("secondary", "sm")}>
          <Download aria-hidden="true" /> Download those rows
        </a>
      )}
    </div>
  );
}

function countOf(value: unknown): string {
  return formatNumber(typeof value === "number" ? value : null);
}
