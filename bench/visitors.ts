import { makeBed } from "./bed.ts";
import { makeBenchWorkspace, withDatabase } from "./fill-ledger.ts";
import { generateVisitors } from "./generate/generate.ts";
import { openLoaded } from "./loaded-database.ts";
import { benchPages } from "./part-pages.ts";
import { Report } from "./report.ts";
import { measure, type Timing } from "./visitors-measure.ts";
import { pageDataQuestions, searchQuestions } from "./visitors-page-queries.ts";
import {
  companyListQuestions,
  deepPageQuestions,
  visitorListQuestions,
} from "./visitors-queries.ts";
import { reportTimings } from "./visitors-report.ts";
import { drawSamples, type Samples } from "./visitors-samples.ts";

/** What a production server with 8 GB would be given, less the durability that loading need not wait for. */
const SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "16GB",
  shared_buffers: "2GB",
  effective_cache_size: "6GB",
  default_toast_compression: "lz4",
};

/** Options of `npm run bench -- visitors`. */
export interface VisitorBenchOptions {
  isQuick: boolean;
  /** Pages over HTTP and the export as well, on a real build. */
  withPages: boolean;
  only: readonly string[] | null;
  /** A folder to load into and keep; what a former run has loaded there is measured as it is. */
  data?: string | undefined;
}

/** Measures what the pages of visitors and companies read, at growing sizes. True when targets are met. */
export async function benchVisitors(options: VisitorBenchOptions): Promise<boolean> {
  const { isQuick, withPages, only, data } = options;
  const sizes = isQuick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
  const report = new Report();
  const bed = await makeBed(SETTINGS, data);
  const timings = new Map<number, Timing[]>();
  for (const size of sizes) {
    const { url, loadedId } = await openLoaded(bed, `visitors_${size}`);
    await withDatabase(url, async () => {
      console.log(`\n${size.toLocaleString("en-US")} visitors`);
      const workspaceId = loadedId ?? (await load(report, url, size));
      const samples = await drawSamples(workspaceId);
      timings.set(size, await measureAll(workspaceId, samples, only));
      if (withPages && size === sizes.at(-1)) await benchPages(bed, report, url, samples, size);
    });
  }
  reportTimings(report, timings);
  if (only === null && !isQuick) report.save("visitors");
  await bed.stop();
  return report.isGood;
}

/** Fills an empty database and tells how long it took; returns the workspace. */
async function load(report: Report, url: string, size: number): Promise<string> {
  const workspaceId = await makeBenchWorkspace();
  const { rows, indexes, vacuum } = await generateVisitors(url, workspaceId, size);
  report.add({
    ...{ part: "Loading", name: `${size.toLocaleString("en-US")} visitors`, unit: "s" },
    value: rows + indexes + vacuum,
    ...(size === 1_000_000 && { target: { at: "most", value: 360 } }),
  });
  return workspaceId;
}

const RUNS = 60;

/** All questions of one workspace. */
export async function measureAll(
  workspaceId: string,
  samples: Samples,
  only: readonly string[] | null,
  onEach?: (timing: Timing) => void,
): Promise<Timing[]> {
  const questions = [
    ...visitorListQuestions(workspaceId, samples),
    ...(await deepPageQuestions(workspaceId, 100)),
    ...companyListQuestions(workspaceId, samples),
    ...pageDataQuestions(workspaceId, samples),
    ...searchQuestions(workspaceId, samples),
  ];
  const wanted = questions.filter(
    ({ group, name }) => !only || only.some((one) => `${group}: ${name}`.includes(one)),
  );
  return measure(wanted, RUNS, onEach);
}
