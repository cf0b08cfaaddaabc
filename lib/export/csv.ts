import { stringify } from "csv-stringify/sync";

/** Text is made harmless for spreadsheets; null is an empty cell. */
export type CsvCell = string | number | null;

/**
 * Lines of RFC 4180. Text that a spreadsheet would take for a formula (it begins with = + - @, a tab or
 * a return) gets an apostrophe before it.
 */
export function csvLines(records: readonly (readonly CsvCell[])[]): string {
  if (records.length === 0) return "";
  return stringify(
    records.map((record) => record.map((value) => (value === null ? "" : value))),
    // Left to itself the library quotes a line's own end, but not a single return or feed.
    { record_delimiter: "\r\n", escape_formulas: true, quoted_match: /[\r\n]/ },
  );
}
