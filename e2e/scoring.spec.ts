import { planJourneys } from "#lib/simulator/plan.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { expect, hydrated, test } from "./fixtures.ts";
import { takeShots, wantsShots } from "./screenshots.ts";

test("an admin changes the rules, sees before what it does, and everybody is scored anew", async ({
  signedIn: page,
  foyer,
}) => {
  test.setTimeout(120_000);
  const created = Date.now() - 3 * 86_400_000;
  for (const seed of [61, 62]) {
    for (const payload of Object.values(makeEvents({ seed, created: created + seed * 1000 }))) {
      expect(await foyer.send(payload)).toBe(204);
    }
  }
  if (wantsShots) {
    const to = Date.now();
    for (const { payload } of planJourneys({
      seed: 3,
      from: to - 9 * 86_400_000,
      to,
      visitors: 40,
    })) {
      await foyer.send(payload);
    }
  }
  await foyer.settle();

  await page.goto(`${foyer.url}/acme/visitors?sort=-score`);
  await takeShots(page, "list");
  await page.getByRole("table", { name: "Visitors" }).locator("[data-row-link]").first().click();
  const card = page.getByRole("region", { name: "Score" });
  await expect(card).toContainText("Pricing page");
  const before = Number.parseInt((await card.locator("header").innerText()).replace(/\D*/, ""), 10);
  const points = await card.locator("h3 > span").allInnerTexts();
  const sum = points.reduce((total, text) => total + Number(text.replace("−", "-")), 0);
  expect(sum).toBe(before);
  await takeShots(page, "visitor");
  const visitorUrl = page.url();

  await page.getByRole("link", { name: "All settings" }).click();
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Scoring/ })
    .click();
  const pricing = await hydrated(page.getByLabel("Pages rule 1: points"));
  await takeShots(page, "rules");
  await pricing.fill("nothing");
  await page.getByRole("button", { name: "Preview the change" }).click();
  await expect(page.getByText("Points: Enter a number.")).toBeVisible();
  await pricing.fill("60");
  await page.getByRole("button", { name: "Remove Pages rule 2" }).click();
  await page.getByRole("button", { name: "Preview the change" }).click();
  await expect(page.getByRole("status").filter({ hasText: "rise" })).toBeVisible();
  await takeShots(page, "preview");
  await page.getByRole("button", { name: "Save and score anew" }).click();
  await expect(page.getByText("Version 1, saved by")).toBeVisible();
  await expect(page.getByText("Scoring everybody by the new rules")).toBeHidden({
    timeout: 30_000,
  });
  await expect(page.getByLabel("Pages rule 1: points")).toHaveValue("60");
  await page.goto(visitorUrl);
  const after = Number.parseInt((await card.locator("header").innerText()).replace(/\D*/, ""), 10);
  expect(after).toBeGreaterThan(before);
});
