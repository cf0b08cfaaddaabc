import { CsvError, parse } from "csv-parse";
import { FoyerError } from "#lib/errors.ts";

/** One record and the line of the file that it begins on. */
export interface CsvRow {
  line: number;
  cells: readonly string[];
}

const MAX_RECORD = 64 * 1024;

/** Spreadsheets write UTF-8 with a mark, or what Windows used before it. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The records of a CSV text, the first being its header; `invalid_request` where it can't be read. */
export async function* readCsv(text: string): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter: delimiterOf(text),
    info: true,
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD,
  });
  parser.end(text);
  try {
    for await (const { record, info } of parser) {
      yield { line: Number(info.lines), cells: record.map(String) };
    }
  } catch (error) {
    if (error instanceof CsvError) {
      throw new FoyerError("invalid_request", `The file can’t be read as CSV: ${error.message}.`);
    }
    throw error;
  }
}

/** What the first line is parted by. Spreadsheets of many countries write semicolons. */
function delimiterOf(text: string): string {
  const [first = ""] = text.split("\n", 1);
  const count = (sign: string) => first.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
