import type { Page } from "@playwright/test";
import { z } from "zod";
import { planJourneys } from "#lib/simulator/plan.ts";
import { expectNoViolations, expectSoundPage } from "./axe.ts";
import { expect, hydrated, type Installation, test } from "./fixtures.ts";

test.setTimeout(400_000);

const names = z.object({
  data: z.array(
    z.object({
      fullName: z.string().nullable(),
      company: z.object({ name: z.string().nullable() }).nullable(),
    }),
  ),
});

async function sendVisits(foyer: Installation, seed: number): Promise<void> {
  const to = Date.now();
  const plan = planJourneys({ seed, from: to - 20 * 86_400_000, to, visitors: 25 });
  for (const { payload } of plan) await foyer.send(payload);
  await foyer.settle();
}

async function choose(page: Page, item: string): Promise<void> {
  const button = await hydrated(page.getByRole("button", { name: "Share", exact: true }));
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: item })).toBeVisible();
  for (let press = 0; press < 5; press++) {
    const isThere = await page
      .getByRole("menuitem", { name: item })
      .evaluate((node) => node === document.activeElement);
    if (isThere) break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
}

test("a note stands on the chart, in its table and below it, by the keyboard alone", async ({
  signedIn: page,
  foyer,
}) => {
  await sendVisits(foyer, 21);
  await page.goto(`${foyer.url}/acme/attribution`);
  const list = page.getByRole("region", { name: "Notes on the chart" });
  await (await hydrated(list.getByRole("button", { name: "Add note" }))).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "New note" });
  await dialog.getByLabel("What happened").focus();
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Say what happened.")).toBeVisible();
  await expectNoViolations(page, "new note", "[role=dialog]");
  await page.keyboard.type("New website live");
  await page.keyboard.press("Enter");
  await expect(list.getByRole("listitem")).toContainText("New website live");
  await expect(
    page.getByRole("table", { name: "Credit over time" }).getByRole("row", { name: /New website/ }),
  ).toHaveCount(1);
  await expect(page.locator(".recharts-reference-line")).toHaveCount(1);
  await expectSoundPage(page, "attribution-note");
  await list.getByRole("button", { name: "Remove note: New website live" }).click();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(list.getByRole("listitem")).toHaveCount(0);
});

test("a public link shows figures to a stranger, names nobody, and ends when it is revoked", async ({
  signedIn: page,
  foyer,
  browser,
}) => {
  await sendVisits(foyer, 22);
  await page.goto(`${foyer.url}/acme/attribution?dimension=source`);
  const credit = page.getByRole("table", { name: /Credit by source/ });
  const total = await credit.locator("tfoot td").nth(2).innerText();
  await choose(page, "Public link…");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("For the agency");
  await page.keyboard.press("Enter");
  const link = await dialog.locator("code").innerText();
  await dialog.getByRole("button", { name: "Done" }).click();

  const stranger = await browser.newContext();
  const outside = await stranger.newPage();
  const answer = await outside.goto(link);
  expect(answer?.status()).toBe(200);
  expect(answer?.headers()["x-robots-tag"]).toContain("noindex");
  expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
  await expect(outside.getByRole("heading", { level: 1, name: "For the agency" })).toBeVisible();
  const shared = outside.getByRole("table", { name: /Credit by source/ });
  await expect(shared.locator("tfoot td").nth(2)).toHaveText(total);
  await expect(outside.getByRole("link")).toHaveCount(0);
  const html = await outside.content();
  const { data } = names.parse(await foyer.api("/api/v1/visitors?limit=200"));
  expect(data.length).toBeGreaterThan(10);
  for (const { fullName, company } of data) {
    for (const name of [fullName, company?.name]) if (name) expect(html).not.toContain(name);
  }
  await expectSoundPage(outside, "shared-report");

  await choose(page, "Links and mails");
  const links = page.getByRole("region", { name: "Public links" });
  await expect(links.getByRole("listitem").filter({ hasText: "For the agency" })).toBeVisible();
  await expectSoundPage(page, "links-and-mails");
  await links.getByRole("button", { name: "Revoke For the agency" }).click();
  await page.getByRole("button", { name: "Revoke", exact: true }).click();
  // Behind the question the list is hidden from roles: it has to be looked for there as well.
  const row = page.getByRole("button", { name: "Revoke For the agency", includeHidden: true });
  await expect(row).toHaveCount(0);

  const revoked = await outside.goto(link);
  expect(revoked?.status()).toBe(404);
  const said = await outside.locator("main").innerText();
  expect(said).toContain("This link shows no report");
  const unknown = await outside.goto(`${foyer.url}/share/${"x".repeat(43)}`);
  expect(unknown?.status()).toBe(404);
  expect(await outside.locator("main").innerText()).toBe(said);
  await stranger.close();
});

test("a report is mailed every week: made, changed, paused and removed", async ({
  signedIn: page,
  foyer,
}) => {
  await page.goto(`${foyer.url}/acme/attribution/funnel`);
  await choose(page, "Send by e-mail…");
  await expect(page.getByRole("heading", { level: 1, name: "Send by e-mail" })).toBeVisible();
  await expectSoundPage(page, "mail-form");
  await (await hydrated(page.getByLabel("Name"))).fill("Funnel on Mondays");
  await page.getByLabel("Other addresses").fill("not an address");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/Enter an e-mail address/)).toBeVisible();
  await page.getByLabel("Other addresses").fill("board@partner.example");
  await page.getByRole("button", { name: "Save" }).click();
  const mail = page
    .getByRole("region", { name: "Mails" })
    .getByRole("listitem")
    .filter({ hasText: "Funnel on Mondays" });
  await expect(mail).toContainText("Every Monday at 08:00");
  await expect(mail).toContainText("board@partner.example");
  await (await hydrated(mail.getByRole("button", { name: /Pause/ }))).click();
  await expect(mail.getByText("Paused")).toBeVisible();
  await mail.getByRole("button", { name: "Remove Funnel on Mondays" }).click();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(mail).toHaveCount(0);
});
