import type { Page } from "@playwright/test";
import { makeCompany } from "#test/fixtures/company.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { expectSoundPage } from "./axe.ts";
import { expect, hydrated, type Installation, test } from "./fixtures.ts";

const HOUR = 3_600_000;

/** A person of company number `company`, who came `hoursAgo`. */
async function sendVisit(foyer: Installation, seed: number, company: number, hoursAgo: number) {
  const created = Date.now() - hoursAgo * HOUR;
  // The tests of one worker share an installation: an industry of their own keeps these apart, and numbers that no other
  // test has for a seed, as its company would be the same one.
  const payloads = makeEvents({
    seed,
    created,
    company: makeCompany(company, { industry: "Kettles" }),
  });
  for (const payload of Object.values(payloads)) expect(await foyer.send(payload)).toBe(204);
  await foyer.settle();
}

const items = (page: Page) => page.getByRole("list", { name: "Accounts" }).locator(":scope > li");
const item = (page: Page, name: string) => items(page).filter({ hasText: name });

async function openList(page: Page, foyer: Installation, query = "") {
  await page.goto(`${foyer.url}/acme/worklist${query}`);
  await hydrated(page.getByRole("searchbox"));
}

test("by the keyboard alone: claim, snooze, outcome with an amount", async ({
  signedIn: page,
  foyer,
}) => {
  await sendVisit(foyer, 4601, 930, 30);
  await sendVisit(foyer, 4602, 930, 4);
  await sendVisit(foyer, 4611, 931, 3);
  await sendVisit(foyer, 4621, 932, 2);
  await page.goto(`${foyer.url}/acme/visitors`);
  await page.getByRole("link", { name: "Worklist" }).click();
  await expect(page).toHaveURL(/\/acme\/worklist$/);
  await openList(page, foyer, "?industry=kettles");

  const committee = item(page, "Lumenfold 186");
  await expect(committee.getByRole("link", { name: "2 people, new here" })).toBeVisible();
  await expect(committee.getByText("Buying committee of 2")).toBeVisible();
  await expect(committee.getByText(/Late: waiting/)).toBeAttached();
  await expect(items(page)).toHaveCount(3);

  const names = () => page.locator("[data-item-link]").allInnerTexts();
  const [first, second, third] = await names();
  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: first, exact: true })).toBeFocused();
  await page.keyboard.press("c");
  await expect(items(page)).toHaveCount(2);
  await expect(page.getByText(`${first} is yours`)).toBeVisible();
  // The focus is on the one behind it.
  await expect(page.getByRole("link", { name: second, exact: true })).toBeFocused();

  await page.keyboard.press("s");
  await expect(page.getByRole("dialog", { name: `Snooze ${second}` })).toBeVisible();
  await expect(page.getByRole("button", { name: /In 3 hours/ })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(items(page)).toHaveCount(1);
  await expect(page.getByRole("link", { name: third, exact: true })).toBeFocused();

  await page.keyboard.press("o");
  const dialog = page.getByRole("dialog", { name: `Outcome of ${third}` });
  await expect(dialog.getByRole("radio", { name: "Meeting" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("radio", { name: "Opportunity" })).toBeChecked();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("An opportunity needs an amount.")).toBeVisible();
  await expect(dialog.getByLabel("Amount")).toBeFocused();
  await page.keyboard.type("12,500.50");
  await page.keyboard.press("Enter");
  await expect(page.getByText("No account matches")).toBeVisible();

  await openList(page, foyer, "?view=mine");
  await expect(item(page, first ?? "")).toHaveCount(1);
  await openList(page, foyer, "?view=waiting");
  await expect(item(page, second ?? "").getByText(/Wakes/)).toBeVisible();
  await openList(page, foyer, "?view=done");
  await expect(item(page, third ?? "").getByText("Opportunity €12,500.50")).toBeVisible();
});

test("the words of an item lead to what they count; a note stands in its history", async ({
  signedIn: page,
  foyer,
}) => {
  await sendVisit(foyer, 631, 63, 5);
  await sendVisit(foyer, 632, 63, 1);
  await openList(page, foyer, "?q=papermoon");
  await item(page, "Papermoon").getByRole("link", { name: "2 people" }).click();
  await expect(page).toHaveURL(/#people$/);
  const people = page.getByRole("region", { name: "2 people" });
  await expect(people.getByRole("link")).toHaveCount(2);
  await hydrated(page.getByRole("button", { name: "Claim" }));
  await page.keyboard.press("n");
  await page.getByRole("textbox", { name: "Note" }).fill("Called, no answer.");
  await page.getByRole("textbox", { name: "Note" }).press("Control+Enter");
  const history = page.getByRole("region", { name: "Outcomes and notes" });
  await expect(history.getByText("Called, no answer.")).toBeVisible();
  await page.keyboard.press("c");
  await expect(page.getByRole("button", { name: "Release" })).toBeVisible();
  await page.getByRole("link", { name: "Company page" }).click();
  const committee = page.getByRole("region", { name: "Buying committee" });
  await expect(committee.getByRole("link")).toHaveCount(2);
});

test("an admin makes a rule, sees what it would have done, and it deals", async ({
  signedIn: page,
  foyer,
}) => {
  // Just now: the preview shows the latest hundred accounts, and other specs send many.
  await sendVisit(foyer, 641, 64, 0.2);
  await page.goto(`${foyer.url}/acme/settings/assignment`);
  await (await hydrated(page.getByRole("button", { name: "New rule" }))).click();
  const dialog = page.getByRole("dialog", { name: "New rule" });
  await dialog.getByLabel("Name").fill("Portugal");
  await dialog.getByLabel("Countries").fill("Portugal");
  await dialog.getByRole("button", { name: "Save rule" }).click();
  await expect(dialog.getByText("Countries are two letters each")).toBeVisible();
  await expect(dialog.getByText("Choose who gets the accounts.")).toBeVisible();
  await dialog.getByLabel("Countries").fill("pt, es");
  await dialog.getByLabel("Domain ends in").fill(".oakhaven-labs-12.example");
  // Other specs invite people: of whoever is there, the one who looks.
  await dialog.getByRole("checkbox", { name: /^ada/ }).click();
  await dialog.getByRole("button", { name: "Save rule" }).click();
  await expect(page.getByText("Portugal or Spain")).toBeVisible();
  const preview = page.getByRole("region", { name: "Preview", exact: true });
  await expect(preview.getByRole("row", { name: /Oakhaven Labs 12.*Portugal/ })).toBeVisible();
  await expect(async () => {
    await openList(page, foyer, "?view=mine");
    await expect(item(page, "Oakhaven Labs 12")).toHaveCount(1, { timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
});

test("axe finds nothing, in light and dark, wide and narrow; nothing is cut off", async ({
  signedIn: page,
  foyer,
}) => {
  test.setTimeout(180_000);
  await sendVisit(foyer, 651, 65, 40);
  await sendVisit(foyer, 652, 65, 9);
  await sendVisit(foyer, 661, 66, 8);
  const list = (await foyer.api("/api/v1/companies?q=lumenfold")) as { data: [{ id: string }] };
  const paths = [
    "worklist",
    "worklist?view=done",
    `worklist/${list.data[0].id}`,
    "settings/assignment",
  ];
  for (const path of paths) {
    await page.goto(`${foyer.url}/acme/${path}`);
    await expectSoundPage(page, path);
  }
});
