import { z } from "zod";
import { whole } from "#lib/columns.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { openHeldCursor } from "#lib/db/held-cursor.ts";
import { FoyerError } from "#lib/errors.ts";
import { type CsvColumn, csvLines } from "#lib/export/csv.ts";
import { slot } from "#lib/slot.ts";

/** What is exported: which rows in which order, and how a batch of them is read. */
export interface ExportSource<Row extends { id: string }> {
  /** A query of `id` and `total` (their number, `count(*) OVER ()`), in the order of the list. */
  ids: Prisma.Sql;
  rowsOf: (ids: readonly string[]) => Promise<Row[]>;
  columns: readonly CsvColumn<Row>[];
}

/** An export under way. */
export interface OpenExport {
  /** Rows of the list at the moment that it was asked for. */
  total: number;
  /** The file. It fails, and so the download breaks off, when a row is missing. */
  stream: ReadableStream<Uint8Array>;
}

const BATCH = 500;
/** Each holds a connection for as long as its reader takes. */
const MOST_AT_ONCE = 4;

const idRow = z.object({ id: z.string(), total: whole });
const running = () => slot("exports", () => ({ count: 0 }));

/**
 * Begins an export: the ids are fixed at once, so that each row of that moment comes exactly once
 * however the list moves meanwhile; the rows follow in batches, at the pace of the reader. Throws
 * `rate_limited` when this process has its hands full.
 */
export async function openExport<Row extends { id: string }>(
  source: ExportSource<Row>,
): Promise<OpenExport> {
  const state = running();
  if (state.count >= MOST_AT_ONCE) {
    throw new FoyerError("rate_limited", "Other exports are still running. Try again in a minute.");
  }
  state.count += 1;
  try {
    const cursor = await openHeldCursor(source.ids);
    const next = async () => (await cursor.fetch(BATCH)).map((row) => idRow.parse(row));
    const close = async () => {
      state.count -= 1;
      await cursor.close();
    };
    try {
      const first = await next();
      const total = first[0]?.total ?? 0;
      return { total, stream: streamOf(linesOf(source, total, first, next), close) };
    } catch (error) {
      await cursor.close().catch(() => {});
      throw error;
    }
  } catch (error) {
    state.count -= 1;
    throw error;
  }
}

async function* linesOf<Row extends { id: string }>(
  { rowsOf, columns }: ExportSource<Row>,
  total: number,
  first: z.output<typeof idRow>[],
  next: () => Promise<z.output<typeof idRow>[]>,
): AsyncGenerator<string> {
  yield csvLines([columns.map(({ header }) => header)]);
  let count = 0;
  for (let batch = first; batch.length > 0; batch = await next()) {
    const rows = await rowsOf(batch.map(({ id }) => id));
    const byId = new Map(rows.map((row) => [row.id, row]));
    count += batch.length;
    yield csvLines(
      batch.flatMap(({ id }) => {
        const row = byId.get(id);
        // Gone since: merged into another, or erased. It must not be in the file.
        return row ? [columns.map(({ value }) => value(row))] : [];
      }),
    );
  }
  if (count !== total) {
    throw new FoyerError("unavailable", `The export ended after ${count} of ${total} rows.`);
  }
}

function streamOf(
  lines: AsyncGenerator<string>,
  close: () => Promise<void>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await lines.next();
          if (!done) return controller.enqueue(encoder.encode(value));
          await close();
          controller.close();
        } catch (error) {
          await close().catch(() => {});
          controller.error(error);
        }
      },
      cancel: close,
    },
    { highWaterMark: 1 },
  );
}
