import { gzipSync } from "node:zlib";
import { makeEvents } from "#test/fixtures/events.ts";
import { expect, test } from "./fixtures.ts";

// The aim is 180 KB; this keeps what there is from growing unseen until the shell's menus load later.
const LIMIT = 300 * 1024;

test("a list's page needs no more JavaScript than it did, and nothing on it moves", async ({
  signedIn: page,
  foyer,
}) => {
  await foyer.send(makeEvents({ seed: 151, created: Date.UTC(2026, 9, 21, 12) }).resolved);
  await foyer.settle();
  for (const room of ["visitors", "companies"]) {
    const answer = await page.goto(`${foyer.url}/acme/${room}`);
    const html = (await answer?.text()) ?? "";
    // What is for browsers without modules is never loaded by those with them.
    const modern = html.replace(/<script[^>]*noModule[^>]*>/gi, "");
    const paths = new Set(modern.match(/\/_next\/static\/[^"\\]+\.js/g));
    expect(paths.size).toBeGreaterThan(3);
    let bytes = 0;
    for (const path of paths) {
      const script = await page.request.get(`${foyer.url}${path}`);
      bytes += gzipSync(await script.body()).length;
    }
    console.log(`${room}: ${Math.round(bytes / 1024)} KB of JavaScript, gzip`);
    expect(bytes).toBeLessThanOrEqual(LIMIT);
    await page.waitForLoadState("networkidle");
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += Number(Object(entry.toJSON()).value);
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(sum), 500);
        }),
    );
    expect(shift).toBeLessThan(0.001);
  }
});
