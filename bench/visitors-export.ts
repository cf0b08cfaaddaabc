import { parse } from "csv-parse";
import type { AppServer } from "./app-server.ts";
import type { Report } from "./report.ts";

const PART = "Export of every visitor";
const SAMPLE_MS = 100;

/** Reads the whole CSV, counts its rows with a parser of its own, and watches the server's memory. */
export async function measureExport(
  report: Report,
  app: AppServer,
  path: string,
  cookie: string,
  count: number,
): Promise<void> {
  const idle = app.memoryMb();
  let peak = idle;
  const watch = setInterval(() => {
    peak = Math.max(peak, app.memoryMb());
  }, SAMPLE_MS);
  const start = performance.now();
  const answer = await fetch(`${app.url}${path}`, { headers: { cookie } });
  if (!answer.ok || !answer.body) throw new Error(`the export answered ${answer.status}`);
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
  for await (const chunk of answer.body) {
    bytes += chunk.length;
    if (!parser.write(chunk)) await new Promise((resolve) => parser.once("drain", resolve));
  }
  parser.end();
  await counted;
  clearInterval(watch);
  report.add({
    ...{ part: PART, name: "rows missing", value: Math.abs(count - rows), unit: "" },
    target: { at: "most", value: 0 },
  });
  report.add({ part: PART, name: "took", value: (performance.now() - start) / 1000, unit: "s" });
  report.add({ part: PART, name: "size", value: bytes / 2 ** 20, unit: "MB" });
  report.add({ part: PART, name: "memory of the server when idle", value: idle, unit: "MB" });
  report.add({
    ...{ part: PART, name: "memory above idle, most", value: peak - idle, unit: "MB" },
    target: { at: "most", value: 100 },
  });
}
