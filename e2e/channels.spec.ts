import { planJourneys } from "#lib/simulator/plan.ts";
import { expect, hydrated, test } from "./fixtures.ts";
import { takeShots } from "./screenshots.ts";

test("a channel rule is tried, put in force, compared and taken back", async ({
  signedIn: page,
  foyer,
}) => {
  test.setTimeout(180_000);
  const to = Date.now();
  const plan = planJourneys({ seed: 3, from: to - 20 * 86_400_000, to, visitors: 40 });
  for (const { payload } of plan) await foyer.send(payload);
  await foyer.settle();

  await page.goto(`${foyer.url}/acme/settings/channels`);
  await (await hydrated(page.getByRole("button", { name: "Add rule" }))).click();
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "Rule 1: Enter the channel" }),
  ).toBeVisible();
  await page.getByLabel("Channel of rule 1").fill("All of it");
  await page.getByLabel("Condition 1 of rule 1: pattern").fill("*");
  await page.getByRole("button", { name: "Preview" }).click();
  const preview = page.getByRole("status").filter({ hasText: "would move" });
  await expect(preview).toContainText("to All of it");
  await takeShots(page, "channels-preview");
  await page.getByRole("button", { name: "Put in force" }).click();
  await expect(page.getByText("Version 1", { exact: true })).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("In force", { exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await takeShots(page, "channels");

  await page.getByRole("link", { name: "Before channel rules 1" }).click();
  const table = page.getByRole("table", { name: "Then and now" });
  await expect(table.getByRole("rowheader", { name: "All of it" })).toBeVisible();
  await takeShots(page, "difference");

  await page.goBack();
  await (await hydrated(page.getByRole("button", { name: "Restore version 0" }))).click();
  await page.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.getByText("Version 2", { exact: true })).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("In force", { exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await page.goto(`${foyer.url}/acme/attribution`);
  await expect(page.getByRole("rowheader", { name: "Total" })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "All of it" })).toHaveCount(0);
});
