import { z } from "zod";
import { whole } from "#lib/columns.ts";
import { openHeldCursor } from "#lib/db/held-cursor.ts";
import { FoyerError } from "#lib/errors.ts";
import { csvLines } from "#lib/export/csv.ts";
import type { ExportSource } from "#lib/export/csv-source.ts";
import { slot } from "#lib/slot.ts";

/** An export under way. */
export interface OpenExport {
  /** Rows of the list at the moment that it was asked for. */
  total: number;
  /** The file. It fails, and so the download breaks off, when a row is missing. */
  stream: ReadableStream<Uint8Array>;
}

const BATCH = 250;
/** Each holds a connection for as long as its reader takes. */
const MOST_AT_ONCE = 4;

const idRow = z.object({ id: z.string(), total: whole });
const running = () => slot("exports", () => ({ count: 0 }));

/**
 * Begins an export: the ids are fixed at once, so that each row of that moment comes exactly once
 * however the list moves meanwhile; the rows follow in batches, at the pace of the reader. Throws
 * `rate_limited` when this process has its hands full.
 */
export async function openExport(source: ExportSource): Promise<OpenExport> {
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

async function* linesOf(
  { headers, recordsOf }: ExportSource,
  total: number,
  first: z.output<typeof idRow>[],
  next: () => Promise<z.output<typeof idRow>[]>,
): AsyncGenerator<string> {
  yield csvLines([headers]);
  let count = 0;
  for (let batch = first; batch.length > 0; batch = await next()) {
    count += batch.length;
    // Whoever is gone since, merged into another or erased, is not in the file.
    yield csvLines(await recordsOf(batch.map(({ id }) => id)));
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
