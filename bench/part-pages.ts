import { sha256 } from "#lib/ids.ts";
import { startApp } from "./app-server.ts";
import { type Bed, foyerEnv } from "./bed.ts";
import type { Report } from "./report.ts";
import { measureExport } from "./visitors-export.ts";
import { cookieOf, measureBrowser, measureHtml, signedInBrowser } from "./visitors-pages.ts";
import type { Samples } from "./visitors-samples.ts";

// Of makeBenchWorkspace.
const ACCOUNT = { email: "bench@foyer.example", password: sha256("bench"), slug: "bench" };

/** What the product's own server and a browser make of a filled database. */
export async function benchPages(
  bed: Bed,
  report: Report,
  url: string,
  samples: Samples,
  count: number,
): Promise<void> {
  console.log("\nPages");
  // Without the worker: of a database that was filled just now it adds up all sums first, for a quarter of an hour.
  const app = await startApp(foyerEnv(bed, url, "web"));
  const { browser, context } = await signedInBrowser(app, ACCOUNT);
  const base = `${app.url}/${ACCOUNT.slug}`;
  const cookie = await cookieOf(context);
  await measureHtml(report, base, cookie, samples);
  await measureBrowser(report, base, context, samples);
  await browser.close();
  await measureExport(report, app, `/${ACCOUNT.slug}/visitors/export`, cookie, count);
  await app.stop();
}
