import { gzipSync } from "node:zlib";
import { makeEvents } from "#test/fixtures/events.ts";
import { expect, hydrated, test } from "./fixtures.ts";

// Menus, dialogs, tooltips and messages come when they are first meant, not with the page.
const LIMIT = 180 * 1024;

test("a list's page needs no more than 180 KB of JavaScript, and nothing on it moves", async ({
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

test("a page is prepared when somebody points at its link, not when the link comes into view", async ({
  signedIn: page,
  foyer,
}) => {
  await foyer.send(makeEvents({ seed: 152, created: Date.UTC(2026, 9, 21, 12) }).resolved);
  await foyer.settle();
  const prepared: string[] = [];
  page.on("request", (request) => {
    if (request.headers()["next-router-prefetch"]) prepared.push(new URL(request.url()).pathname);
  });
  await page.goto(`${foyer.url}/acme/visitors`);
  const link = (await hydrated(page.locator("a[data-row-link]"))).first();
  await page.waitForLoadState("networkidle");
  expect(prepared).toEqual([]);
  await link.hover();
  await expect.poll(() => prepared).toContain(await link.getAttribute("href"));
});

test("what comes late opens at the first press, and gives the focus back", async ({
  signedIn: page,
  foyer,
}) => {
  await page.goto(`${foyer.url}/acme/visitors`);
  const menu = page.getByRole("menu");
  const filter = await hydrated(page.getByRole("button", { name: "Filter", exact: true }));
  await expect(filter).toHaveAttribute("aria-haspopup", "menu");
  await expect(filter).toHaveAttribute("aria-expanded", "false");
  // No pointer came near it before, as on a phone.
  await filter.dispatchEvent("click");
  await expect(menu).toBeVisible();
  await expect(filter).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(filter).toHaveAttribute("aria-expanded", "false");

  await page.reload();
  await (await hydrated(filter)).focus();
  for (const key of ["ArrowDown", "Enter"]) {
    await page.keyboard.press(key);
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
    await expect(filter).toBeFocused();
  }

  const columns = page.getByRole("button", { name: "Columns", exact: true });
  const panel = page.getByRole("dialog", { name: "Columns" });
  await columns.click();
  await expect(panel).toBeVisible();
  await columns.click();
  await expect(panel).toBeHidden();

  await page.getByRole("button", { name: "Export" }).hover();
  const tip = page.getByText("Export as CSV");
  await expect(tip).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(tip).toBeHidden();
});
