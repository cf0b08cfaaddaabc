import { parse } from "csv-parse";
import { z } from "zod";
import { whole } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";
import type { AppServer } from "./app-server.ts";
import type { Report } from "./report.ts";

const PART = "Export of visitors, every column";
const SAMPLE_MS = 100;
const MOST_MB = 100;
/** What the larger export may need more than the smaller: noise, not rows. */
const MORE_MB = 40;
const COLUMNS =
  "name,company,score,lastSeenAt,email,source,pageviews,status,owner,stage,tags,location";

const sizeRow = z.object({ workspaceId: z.string(), country: z.string(), rows: whole });

/**
 * Exports the visitors of the most frequent country, then every visitor, as the dialog asks for them;
 * counts the rows of the CSV with a parser of its own, and watches the memory of the server.
 */
export async function measureExport(
  report: Report,
  app: AppServer,
  action: string,
  cookie: string,
  count: number,
): Promise<void> {
  const [part] = await selectRows(
    sizeRow,
    Prisma.sql`SELECT "workspaceId", "countryCode" AS country, count(*) AS rows FROM visitor
      WHERE "countryCode" IS NOT NULL GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 1`,
  );
  if (!part) throw new Error("nobody to export");
  // What pages have left behind is no export's.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const idle = app.memoryMb();
  const some = await measured(`country=${part.country}`, part.rows);
  const all = await measured("", count);
  report.add({ part: PART, name: "memory of the server when idle", value: idle, unit: "MB" });
  report.add({
    ...{ part: PART, name: "more for all than for some of them", value: all - some, unit: "MB" },
    target: { at: "most", value: MORE_MB },
  });

  async function measured(query: string, expected: number): Promise<number> {
    const of = `${expected.toLocaleString("en-US")} rows`;
    let peak = app.memoryMb();
    const watch = setInterval(() => {
      peak = Math.max(peak, app.memoryMb());
    }, SAMPLE_MS);
    const start = performance.now();
    const { rows, bytes } = await read(await post(app, action, cookie, query));
    clearInterval(watch);
    const add = (name: string, value: number, unit: string, most?: number) =>
      report.add({
        ...{ part: PART, name: `${of}: ${name}`, value, unit },
        ...(most !== undefined && { target: { at: "most", value: most } }),
      });
    add("missing", Math.abs(expected - rows), "rows", 0);
    add("took", (performance.now() - start) / 1000, "s");
    add("size", bytes / 2 ** 20, "MB");
    add("memory above idle, most", peak - idle, "MB", MOST_MB);
    return peak - idle;
  }
}

async function post(app: AppServer, action: string, cookie: string, query: string) {
  const body = new URLSearchParams({ query, columns: COLUMNS });
  const answer = await fetch(`${app.url}${action}`, { method: "POST", headers: { cookie }, body });
  if (!answer.ok || !answer.body) throw new Error(`the export answered ${answer.status}`);
  return answer.body;
}

/** Reads a CSV at the pace of its parser: how many records it has behind its head, and how long it is. */
async function read(body: ReadableStream<Uint8Array>): Promise<{ rows: number; bytes: number }> {
  const parser = parse({ from_line: 2, bom: true });
  let rows = 0;
  let bytes = 0;
  const counted = new Promise<void>((resolve, reject) => {
    parser.on("data", () => {
      rows += 1;
    });
    parser.once("end", resolve);
    parser.once("error", reject);
  });
  for await (const chunk of body) {
    bytes += chunk.length;
    if (!parser.write(chunk)) await new Promise((resolve) => parser.once("drain", resolve));
  }
  parser.end();
  await counted;
  return { rows, bytes };
}
