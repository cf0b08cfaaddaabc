import { makeEvents } from "#test/fixtures/events.ts";
import { expect, hydrated, type Installation, test } from "./fixtures.ts";

const CREATED = Date.UTC(2026, 9, 5, 9, 15);

/** The tests of one worker share an installation: a campaign of its own keeps a test's visitors apart. */
async function sendVisit(foyer: Installation, seed: number, campaign: string) {
  const utm = { source: "google", medium: "cpc", campaign, term: null, content: null };
  const created = CREATED + seed * 3_600_000;
  const events = makeEvents({ seed, created, session: { utm } });
  for (const payload of Object.values(events).reverse()) {
    expect(await foyer.send(payload)).toBe(204);
  }
  await foyer.settle();
  return events;
}

test("filters, sort and search live in the URL and on the server", async ({
  signedIn: page,
  foyer,
}) => {
  for (const seed of [1, 2, 3]) await sendVisit(foyer, seed, "autumn");
  await page.goto(`${foyer.url}/acme/visitors?campaign=autumn`);
  const table = page.getByRole("table", { name: "Visitors" });
  await expect(table.getByRole("row")).toHaveCount(4);

  const names = () => table.getByRole("row").locator("[data-row-link]").allInnerTexts();
  await table.getByRole("link", { name: "Person" }).click();
  await expect(page).toHaveURL(/sort=name/);
  const sorted = (await names()).map((text) => text.split("\n")[1] ?? text);
  expect(sorted).toEqual([...sorted].sort((a, b) => a.localeCompare(b)));

  await (await hydrated(page.getByRole("searchbox"))).fill("mirela");
  await expect(page).toHaveURL(/q=mirela/);
  await expect(table.getByRole("row")).toHaveCount(2);
  await page.reload();
  await expect(table.getByRole("row")).toHaveCount(2);

  await page.goto(`${foyer.url}/acme/visitors?campaign=autumn&validity=invalid`);
  await expect(page.getByText(/No visitor/i).first()).toBeVisible();
});

test("a list is walked and a visitor opened by keyboard alone", async ({
  signedIn: page,
  foyer,
}) => {
  await sendVisit(foyer, 4, "winter");
  await page.goto(`${foyer.url}/acme/visitors`);
  const first = page.getByRole("table", { name: "Visitors" }).locator("[data-row-link]").first();
  // The listener is there an instant after the rows: pressed too early, the key is nobody's.
  await expect(async () => {
    if (!(await first.evaluate((link) => link === document.activeElement))) {
      await page.keyboard.press("j");
    }
    await expect(first).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/visitors\/v_/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("attribution gives each conversion once, and its number opens the receipts", async ({
  signedIn: page,
  foyer,
}) => {
  await sendVisit(foyer, 5, "summer");
  await page.goto(`${foyer.url}/acme/attribution?from=2026-10-01&to=2026-10-31&goal=enriched`);
  const table = page.getByRole("table", { name: "Credit by channel" });
  await expect(table.getByRole("row", { name: /Paid Search/ })).toBeVisible();
  const total = table.getByRole("row", { name: /Total/ });
  await expect(total).toBeVisible();
  await table
    .getByRole("row", { name: /Paid Search/ })
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Receipts" })).toBeVisible();
});
