import { z } from "zod";
import { recordAudit } from "#lib/audit/record.ts";
import { FoyerError } from "#lib/errors.ts";
import { defineJob } from "#lib/jobs/define-job.ts";
import { getJobFile } from "#lib/jobs/job-file.ts";
import { applyBatch, type VisitorChange } from "#lib/leads/import/apply-batch.ts";
import { type RowError, saveErrorFile } from "#lib/leads/import/error-file.ts";
import { findVisitors, keyText } from "#lib/leads/import/find-visitors.ts";
import { type ImportColumns, importColumns } from "#lib/leads/import/import-columns.ts";
import { type ImportTeam, loadImportTeam } from "#lib/leads/import/import-team.ts";
import { type CsvRow, decodeText, readCsv } from "#lib/leads/import/read-csv.ts";
import { type ImportRow, readImportRow } from "#lib/leads/import/read-import-row.ts";
import { tellOwnerOfMany } from "#lib/leads/tell-owner.ts";

/** The job's name for `startJob`. */
export const IMPORT_LEADS = "leads.import";

const BATCH = 200;
const checkpoint = z.object({ done: z.int(), changed: z.int() });

/**
 * Sets owners, statuses and tags by a CSV file that was stored as a job file. Its result is
 * `{ rows, changed, failed, errorFileId }`; the file of errors has every row that was not taken.
 */
export const importLeads = defineJob({
  name: IMPORT_LEADS,
  input: z.object({ fileId: z.string() }),
  async run({ workspaceId, userId, ...context }, { fileId }) {
    const file = await getJobFile(workspaceId, fileId);
    if (!file) throw new FoyerError("not_found", "The file is no more. Upload it again.");
    const { header, rows } = await readRows(decodeText(file.content));
    const columns = importColumns(header);
    const team = await loadImportTeam(workspaceId);
    // Of an attempt that broke off the changes are made; its errors are found again.
    const before = checkpoint.nullable().parse(context.checkpoint) ?? { done: 0, changed: 0 };
    let { changed } = before;
    const errors: RowError[] = [];
    const owners = new Map<string, number>();
    await context.progress(before.done, rows.length);
    for (let start = 0; start < rows.length; start += BATCH) {
      const batch = rows.slice(start, start + BATCH);
      const read = await readBatch(workspaceId, batch, columns, team);
      errors.push(...read.errors);
      const done = start + batch.length;
      if (done <= before.done) continue;
      changed += await applyBatch(workspaceId, userId, read.changes, owners);
      await context.progress(done, rows.length, { done, changed });
    }
    for (const [ownerId, count] of owners) {
      await tellOwnerOfMany(workspaceId, userId, ownerId, count);
    }
    const errorFileId =
      errors.length > 0 ? await saveErrorFile(workspaceId, userId, header, errors) : null;
    const result = { rows: rows.length, changed, failed: errors.length, errorFileId };
    await recordAudit(workspaceId, userId, "leads.imported", context.jobId, result);
    await context.result(result);
  },
});

async function readRows(text: string) {
  const rows: CsvRow[] = [];
  for await (const row of readCsv(text)) rows.push(row);
  const [first, ...rest] = rows;
  if (!first) throw new FoyerError("invalid_request", "The file is empty.");
  return { header: first.cells, rows: rest };
}

async function readBatch(
  workspaceId: string,
  rows: readonly CsvRow[],
  columns: ImportColumns,
  team: ImportTeam,
) {
  const errors: RowError[] = [];
  const changes: VisitorChange[] = [];
  const wanted: { row: CsvRow; asked: ImportRow }[] = [];
  const refuse = ({ line, cells }: CsvRow, reason: string) => errors.push({ line, cells, reason });
  for (const row of rows) {
    const asked = readImportRow(row.cells, columns);
    if (typeof asked === "string") refuse(row, asked);
    else wanted.push({ row, asked });
  }
  const visitors = await findVisitors(
    workspaceId,
    wanted.map(({ asked }) => asked.key),
  );
  for (const { row, asked } of wanted) {
    const visitorId = visitors.get(keyText(asked.key));
    const change = visitorId ? await team.changeOf(asked) : "No visitor is known by this.";
    if (typeof change === "string" || !visitorId) refuse(row, String(change));
    else changes.push({ visitorId, change });
  }
  return { errors: errors.sort((a, b) => a.line - b.line), changes };
}
