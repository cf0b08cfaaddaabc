import { planJourneys } from "#lib/simulator/plan.ts";
import { expect, hydrated, test } from "./fixtures.ts";
import { takeShots } from "./screenshots.ts";

test("a page becomes a goal: past visits count, and reports open to its receipts", async ({
  signedIn: page,
  foyer,
}) => {
  test.setTimeout(180_000);
  const to = Date.now();
  const plan = planJourneys({ seed: 3, from: to - 20 * 86_400_000, to, visitors: 40 });
  for (const { payload } of plan) await foyer.send(payload);
  await foyer.settle();

  await page.goto(`${foyer.url}/acme/settings/goals`);
  await takeShots(page, "goals-empty");
  await (await hydrated(page.getByRole("button", { name: "New goal" }))).click();
  await page.getByLabel("Name").fill("Saw the prices");
  await page.getByLabel("Path").fill("pricing");
  await page.getByRole("button", { name: "Add goal" }).click();
  await expect(page.getByText("Begin with / such as /pricing")).toBeVisible();
  await takeShots(page, "goals-form");
  await page.getByLabel("Path").fill("/pricing");
  await page.getByRole("button", { name: "Add goal" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Saw the prices" })).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Looking through past visits")).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await takeShots(page, "goals");

  await page.getByRole("link", { name: "Report of Saw the prices" }).click();
  await expect(page.getByRole("combobox", { name: "Goal" })).toContainText("Saw the prices");
  const table = page.getByRole("table", { name: /Credit by channel/ });
  const all = table.getByRole("link", { name: /all receipts/ }).first();
  await expect(all).toBeVisible();
  await takeShots(page, "attribution");
  const conversions = Number(await all.innerText());
  expect(conversions).toBeGreaterThan(3);
  await all.click();
  await expect(page.getByRole("table", { name: "Receipts" })).toBeVisible();
  await takeShots(page, "receipts");
});
