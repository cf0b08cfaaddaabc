import { gzipSync } from "node:zlib";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { chromiumPath } from "#e2e/chromium.ts";
import type { AppServer } from "./app-server.ts";
import type { Report } from "./report.ts";
import { percentile } from "./statistics.ts";
import { type Samples, take } from "./visitors-samples.ts";

const PART = "Pages over HTTP, at the largest size";
const RUNS = 60;
const WARM = 8;

/** How to sign in to the bench workspace. */
export interface Account {
  email: string;
  password: string;
  slug: string;
}

/** A signed-in browser on the server; its cookies serve the plain requests too. */
export async function signedInBrowser(app: AppServer, { email, password, slug }: Account) {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${app.url}/sign-in`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**/${slug}/**`);
  return { browser, context, page };
}

/** What `Cookie` has to be so that a plain request is the browser's. */
export async function cookieOf(context: BrowserContext): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Full HTML of the list and of pages of visitors and companies, one request at a time. */
export async function measureHtml(
  report: Report,
  base: string,
  cookie: string,
  samples: Samples,
): Promise<void> {
  const paths: [string, (run: number) => string][] = [
    ["visitor list", () => "/visitors"],
    ["visitor list by country", (run) => `/visitors?country=${take(samples.countries, run)}`],
    [
      "visitor list, searched",
      (run) => `/visitors?q=${encodeURIComponent(take(samples.firstNames, run))}`,
    ],
    ["visitor page", (run) => `/visitors/${take(samples.ids, run)}`],
    ["company list", () => "/companies"],
    ["company page", (run) => `/companies/${take(samples.companyIds, run)}`],
  ];
  for (const [name, pathOf] of paths) {
    await reportTimes(report, name, 200, async (run) => {
      const start = performance.now();
      const answer = await fetch(`${base}${pathOf(run)}`, { headers: { cookie } });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${name}: ${answer.status}`);
      return performance.now() - start;
    });
  }
}

/** Times what `ask` gives, in ms: `RUNS` times after the first `WARM`, which are not counted. `most` is the target of p95. */
async function reportTimes(
  report: Report,
  name: string,
  most: number,
  ask: (run: number) => Promise<number>,
): Promise<void> {
  const took: number[] = [];
  for (let run = 0; run < WARM + RUNS; run++) took.push(await ask(run));
  const counted = took.slice(WARM).sort((a, b) => a - b);
  report.add({ part: PART, name: `${name}, p50`, value: percentile(counted, 0.5), unit: "ms" });
  report.add({
    ...{ part: PART, name: `${name}, p95`, value: percentile(counted, 0.95), unit: "ms" },
    target: { at: "most", value: most },
  });
}

/** JavaScript of the list's first load, its layout shift, and the time from a filter to painted rows. */
export async function measureBrowser(
  report: Report,
  base: string,
  context: BrowserContext,
  samples: Samples,
): Promise<void> {
  const page = await context.newPage();
  const scripts = new Map<string, Promise<number>>();
  page.on("response", (answer) => {
    if (answer.request().resourceType() !== "script") return;
    scripts.set(
      answer.url(),
      answer.body().then((body) => gzipSync(body).length),
    );
  });
  await watchShifts(page);
  await page.goto(`${base}/visitors`);
  await page.waitForLoadState("networkidle");
  const sizes = await Promise.all(scripts.values());
  report.add({
    ...{ part: PART, name: "JavaScript of the visitor list, gzip", unit: "KB" },
    value: sizes.reduce((sum, size) => sum + size, 0) / 1024,
    target: { at: "most", value: 180 },
  });
  await reportTimes(report, "filter to painted rows", 300, (run) =>
    searchFor(page, take(samples.names, run)),
  );
  report.add({
    ...{ part: PART, name: "layout shift of the visitor list (CLS)", unit: "" },
    value: await page.evaluate(() => Number(Reflect.get(window, "foyerShift") ?? 0)),
    target: { at: "most", value: 0 },
  });
  await page.close();
}

async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (Reflect.get(entry, "hadRecentInput")) continue;
        const before = Number(Reflect.get(window, "foyerShift") ?? 0);
        Reflect.set(window, "foyerShift", before + Number(Reflect.get(entry, "value")));
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** ms from Enter in the search field until other rows are painted, by the page's own clock. */
async function searchFor(page: Page, words: string): Promise<number> {
  const field = page.getByRole("searchbox").first();
  await field.fill(words);
  await page.evaluate(() => {
    const started = performance.now();
    const before = document.querySelector("main tbody")?.textContent;
    const painted = new Promise<number>((resolve, reject) => {
      const look = () => {
        const now = document.querySelector("main tbody")?.textContent;
        if (performance.now() - started > 15_000) return reject(new Error("no other rows came"));
        if (now === undefined || now === before) return requestAnimationFrame(look);
        // The next frame starts after these rows have been painted.
        return requestAnimationFrame(() => resolve(performance.now() - started));
      };
      requestAnimationFrame(look);
    });
    Reflect.set(window, "foyerPainted", painted);
  });
  await field.press("Enter");
  const took = await page.evaluate(() => Reflect.get(window, "foyerPainted") as Promise<number>);
  await page.waitForTimeout(400);
  return took;
}
