import { stringify } from "csv-stringify/sync";
import { saveJobFile } from "#lib/jobs/job-file.ts";

/** A row that was not taken, and why. */
export interface RowError {
  line: number;
  reason: string;
  cells: readonly string[];
}

/**
 * The rows that were not taken as a CSV file: the same columns, and why in front of them, so that it
 * can be mended and imported again. Cells that a spreadsheet would run as a formula are made text.
 */
export async function saveErrorFile(
  workspaceId: string,
  userId: string | null,
  header: readonly string[],
  errors: readonly RowError[],
): Promise<string> {
  const text = stringify(
    [
      ["Line", "Problem", ...header],
      ...errors.map(({ line, reason, cells }) => [line, reason, ...cells]),
    ],
    { bom: true, escape_formulas: true, record_delimiter: "windows" },
  );
  return saveJobFile(workspaceId, {
    name: "not-imported.csv",
    mediaType: "text/csv; charset=utf-8",
    content: new TextEncoder().encode(text),
    userId,
  });
}
