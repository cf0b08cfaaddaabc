import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { planJourneys } from "#lib/simulator/plan.ts";
import { expectSoundPage } from "./axe.ts";
import { expect, hydrated, test } from "./fixtures.ts";

test("a marketer follows the funnel, e-mails, campaigns, pages and countries, and takes the numbers along", async ({
  signedIn: page,
  foyer,
}) => {
  test.setTimeout(300_000);
  const to = Date.now();
  const plan = planJourneys({ seed: 5, from: to - 25 * 86_400_000, to, visitors: 50 });
  for (const { payload } of plan) await foyer.send(payload);
  await foyer.settle();

  const open = (tab: string) => page.getByRole("link", { name: tab, exact: true }).click();
  const table = (name: string) => page.getByRole("table", { name, exact: true });

  await page.goto(`${foyer.url}/acme/attribution?timezone=Asia/Kolkata`);
  await open("Funnel");
  await expect(page.getByRole("heading", { level: 1, name: "Funnel" })).toBeVisible();
  expect(page.url()).toContain("timezone=Asia%2FKolkata");
  const steps = table("Step by step").getByRole("row");
  await expect(steps).toHaveCount(6);
  const counts = await table("Step by step").locator("tbody td:nth-of-type(1)").allInnerTexts();
  const numbers = counts.map(Number);
  expect(numbers[0]).toBeGreaterThan(10);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  await expectSoundPage(page, "funnel");
  const [csv] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV of the funnel" }).click(),
  ]);
  const records: string[][] = parse(await readFile(await csv.path(), "utf8"));
  expect(records.map(([step, visitors]) => [step, visitors])).toEqual([
    ["step", "visitors"],
    ...["identified", "qualified", "enriched", "valid_email", "outcome"].map((step, at) => [
      step,
      counts[at],
    ]),
  ]);
  const png = await hydrated(page.getByRole("button", { name: "PNG of funnel" }));
  const [picture] = await Promise.all([page.waitForEvent("download"), png.click()]);
  const bytes = await readFile(await picture.path());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(bytes.length).toBeGreaterThan(5_000);

  await open("Journeys");
  const all = table("Step by step").getByRole("row", { name: /Start/ });
  await expect(all.first()).toBeVisible();
  await expectSoundPage(page, "journeys");
  await (await hydrated(page.getByRole("combobox", { name: "Direction" }))).click();
  await page.getByRole("option", { name: "Backward" }).click();
  await expect(page.getByRole("heading", { name: "What came before" })).toBeVisible();
  await page.getByRole("combobox", { name: "Journeys of" }).click();
  await page.getByRole("option", { name: "Channels of a visitor" }).click();
  await expect(table("Step by step").getByRole("columnheader", { name: "Channel" })).toBeVisible();
  await expectSoundPage(page, "journeys-channels");

  await open("E-mail health");
  await expect(table("By validation provider")).toBeVisible();
  await expect(table("By source").getByRole("rowheader").first()).toBeVisible();
  await expectSoundPage(page, "emails");

  await open("Campaigns");
  const first = table("Campaigns of the period").getByRole("rowheader").first();
  const name = await first.innerText();
  await expectSoundPage(page, "campaigns");
  await first.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(table("Latest visitors").getByRole("rowheader").first()).toBeVisible();
  await expectSoundPage(page, "campaign");
  await page.getByRole("link", { name: "See all visitors of this campaign" }).click();
  await page.waitForURL(/\/acme\/visitors\?campaign=/);
  await page.goBack();
  await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link").click();

  await open("Pages and countries");
  await expect(table("Countries").getByRole("rowheader").first()).toBeVisible();
  await expectSoundPage(page, "pages");
  await table("Landing pages")
    .getByRole("link", { name: /receipts of/ })
    .first()
    .click();
  await expect(page.getByRole("table", { name: "Receipts" })).toBeVisible();

  await page.goto(`${foyer.url}/acme/attribution/funnel?from=soon`);
  await expect(page.getByText('"from" must be a date')).toBeVisible();
  const answer = await page.request.get(`${foyer.url}/acme/attribution/csv/people`);
  expect(answer.status()).toBe(404);
});

test("a marketer pairs, narrows, compares and freezes the report, by keyboard", async ({
  signedIn: page,
  foyer,
}) => {
  test.setTimeout(300_000);
  const to = Date.now();
  const plan = planJourneys({ seed: 15, from: to - 45 * 86_400_000, to, visitors: 60 });
  for (const { payload } of plan) await foyer.send(payload);
  await foyer.settle();
  const { keyboard } = page;
  const table = page.getByRole("table", { name: /^Credit by/ });
  const total = table.getByRole("row", { name: /^Total/ });

  await page.goto(`${foyer.url}/acme/attribution?timezone=Asia/Kolkata`);
  await (await hydrated(page.getByRole("combobox", { name: "Second dimension" }))).focus();
  await keyboard.press("Enter");
  await page.getByRole("option", { name: "Campaign" }).waitFor();
  await keyboard.type("camp");
  await keyboard.press("Enter");
  await expect(table.getByRole("columnheader", { name: "Channel × Campaign" })).toBeVisible();
  await expect(table.getByRole("rowheader", { name: / × / }).first()).toBeVisible();
  const before = await total.getByRole("link").first().innerText();

  await page.getByRole("button", { name: "Filter", exact: true }).focus();
  await keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Stage" }).waitFor();
  await keyboard.type("sta");
  await keyboard.press("Enter");
  await page.getByRole("button", { name: "Enriched" }).focus();
  await keyboard.press("Enter");
  await page.waitForURL(/stage=enriched/);
  await expect(page.getByRole("button", { name: "Remove the filter Stage" })).toBeVisible();
  await expect(total.getByRole("link").first()).not.toHaveText(before);

  await page.getByRole("button", { name: /^Compare with/ }).focus();
  await keyboard.press("Enter");
  await page.getByRole("button", { name: "Period before" }).focus();
  await keyboard.press("Enter");
  await page.waitForURL(/compare=previous/);
  await expect(table.getByRole("columnheader", { name: "Change", exact: true })).toBeVisible();
  await expect(page.getByText(/Dashed: /)).toBeVisible();
  await expectSoundPage(page, "credit-narrowed");

  const [csv] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV of credit" }).click(),
  ]);
  const records: Record<string, string>[] = parse(await readFile(await csv.path(), "utf8"), {
    columns: true,
  });
  const conversions = Number(await total.getByRole("link").first().innerText());
  expect(conversions).toBeGreaterThan(0);
  expect(records.reduce((sum, { credit }) => sum + Number(credit), 0)).toBe(conversions);
  for (const record of records) expect(record).toMatchObject({ filter_stage: "enriched" });
  expect(Object.keys(records[0] ?? {})).toContain("credit_change");

  await total.getByRole("link").first().click();
  await expect(page.getByText(/Stage: Enriched/)).toBeVisible();
  await expect(page.getByRole("table", { name: "Receipts" })).toBeVisible();
  await page.goBack();

  await (await hydrated(page.getByRole("button", { name: "Freeze as reported" }))).focus();
  await keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Name" }).fill("Board, November");
  await keyboard.press("Enter");
  await expect(page.getByText("Frozen as reported", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Frozen reports" }).click();
  await expect(page.getByText(/Stage: Enriched/)).toBeVisible();
  await expectSoundPage(page, "frozen");
  await page.getByRole("link", { name: "Board, November" }).click();
  await expect(page.getByRole("table", { name: "Then and now" })).toBeVisible();
  await expectSoundPage(page, "frozen-difference");
  await page.goBack();
  await (await hydrated(page.getByRole("button", { name: "Remove Board, November" }))).click();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByRole("link", { name: "Board, November" })).toHaveCount(0);
});
