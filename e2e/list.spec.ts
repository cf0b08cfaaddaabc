import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { makeEvents } from "#test/fixtures/events.ts";
import { expectNoViolations } from "./axe.ts";
import { expect, hydrated, type Installation, test } from "./fixtures.ts";

/** Visitors of a campaign of their own, the latest first. */
async function sendVisitors(foyer: Installation, campaign: string, seeds: readonly number[]) {
  const utm = { source: "google", medium: "cpc", campaign, term: null, content: null };
  for (const [at, seed] of seeds.entries()) {
    const created = Date.UTC(2026, 9, 20, 12) - at * 3_600_000;
    const { resolved, enriched } = makeEvents({ seed, created, session: { utm } });
    for (const payload of [resolved, enriched]) expect(await foyer.send(payload)).toBe(204);
  }
  await foyer.settle();
}

async function openList(page: Page, foyer: Installation, query: string): Promise<Locator> {
  await page.goto(`${foyer.url}/acme/visitors?${query}`);
  const table = page.getByRole("table", { name: "Visitors" });
  await hydrated(table.getByRole("checkbox"));
  return table;
}

/** Parses lines without line breaks in their cells. */
async function download(page: Page, start: () => Promise<void>): Promise<string[]> {
  const [file] = await Promise.all([page.waitForEvent("download"), start()]);
  expect(file.suggestedFilename()).toMatch(/^(visitors|companies)-\d{4}-\d\d-\d\d\.csv$/);
  return readFileSync(await file.path(), "utf8")
    .split("\r\n")
    .slice(0, -1);
}

test("rows are chosen by hand, by range and all that match, and changed together", async ({
  signedIn: page,
  foyer,
}) => {
  await sendVisitors(foyer, "bulk", [101, 102, 103, 104, 105]);
  const table = await openList(page, foyer, "campaign=bulk&limit=3");
  const boxes = table.getByRole("checkbox", { name: "Select this row" });
  const bar = page.getByRole("toolbar", { name: "Selected rows" });
  await boxes.first().click();
  await boxes.nth(2).click({ modifiers: ["Shift"] });
  await expect(bar.getByText("3 selected")).toBeVisible();
  await boxes.nth(1).click();
  await expect(bar.getByText("2 selected")).toBeVisible();
  await bar.getByRole("button", { name: "Status" }).click();
  await page.getByRole("menuitem", { name: "Working" }).click();
  await expect(table.getByRole("row", { name: /Working/ })).toHaveCount(2);

  await table.getByRole("checkbox", { name: "Select all rows of this page" }).click();
  await bar.getByRole("button", { name: "Select all 5 that match" }).click();
  await expect(bar.getByText("All 5 selected")).toBeVisible();
  await bar.getByRole("button", { name: "Owner" }).click();
  await page.getByRole("menuitem", { name: /ada/i }).click();
  await expect(page.getByText("5 visitors changed")).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(table.getByRole("row", { name: /ada@acme|ada/i })).toHaveCount(2);
});

test("the list is worked by keyboard alone", async ({ signedIn: page, foyer }) => {
  await sendVisitors(foyer, "keys", [111, 112, 113]);
  const table = await openList(page, foyer, "campaign=keys");
  const links = table.locator("[data-row-link]");
  await expect(async () => {
    if (!(await links.first().evaluate((link) => link === document.activeElement))) {
      await page.keyboard.press("j");
    }
    await expect(links.first()).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+X");
  await expect(page.getByText("3 selected")).toBeVisible();
  await page.keyboard.press("e");
  await expect(page.getByRole("dialog", { name: "Export visitors" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
});

test("an export has every row of the view once, in its order, with its columns", async ({
  signedIn: page,
  foyer,
}) => {
  await sendVisitors(foyer, "csv", [121, 122, 123, 124]);
  const table = await openList(page, foyer, "campaign=csv&sort=name&limit=2");
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export visitors" });
  const lines = await download(page, () => dialog.getByRole("button", { name: "Export" }).click());
  expect(lines).toHaveLength(5);
  expect(lines[0]).toContain("Visitor ID,Name,Title,LinkedIn,Company");
  expect(lines[0]).toContain("E-mail,E-mail validity");
  expect(lines[0]).not.toContain("City");
  const list = await foyer.api("/api/v1/visitors?campaign=csv&sort=name");
  const ids = (list as { data: { id: string }[] }).data.map(({ id }) => id);
  expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(ids);

  await table.getByRole("checkbox", { name: "Select this row" }).first().click();
  const bar = page.getByRole("toolbar", { name: "Selected rows" });
  await bar.getByRole("button", { name: "Export" }).click();
  await dialog.getByLabel("All there are").check();
  const one = await download(page, () => dialog.getByRole("button", { name: "Export" }).click());
  expect(one).toHaveLength(2);
  expect(one[0]).toContain("City,Country");

  await page.goto(`${foyer.url}/acme/companies`);
  await (await hydrated(page.getByRole("button", { name: "Export" }))).click();
  const companies = page.getByRole("dialog", { name: "Export companies" });
  const all = await download(page, () => companies.getByRole("button", { name: "Export" }).click());
  const { data } = (await foyer.api("/api/v1/companies?limit=200")) as { data: object[] };
  expect(all).toHaveLength(data.length + 1);
});

test("columns are hidden, moved, pinned and resized, and stay so after a reload", async ({
  signedIn: page,
  foyer,
}) => {
  await sendVisitors(foyer, "columns", [131, 132]);
  const table = await openList(page, foyer, "campaign=columns");
  const heads = () => table.getByRole("columnheader").allInnerTexts();
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  await page.getByRole("checkbox", { name: "Last touch" }).click();
  await page.getByRole("button", { name: "Pin E-mail" }).click();
  await page.getByRole("button", { name: "Move Status up" }).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await page.getByText("Compact", { exact: true }).click();
  await page.keyboard.press("Escape");
  const edge = table.getByRole("separator", { name: "Width of Person" });
  // Of several changes the last one is saved for sure.
  const saved = page.waitForResponse((answer) =>
    /"widths":\{"/.test(answer.request().postData() ?? ""),
  );
  await edge.focus();
  await page.keyboard.press("ArrowRight");
  const width = Number(await edge.getAttribute("aria-valuenow"));
  const words = (await heads()).filter(Boolean);
  expect(words.slice(0, 2)).toEqual(["E-mail", "Person"]);
  expect(words).not.toContain("Last touch");
  expect(words.indexOf("Status")).toBe(words.indexOf("Pages") - 1);

  await saved;
  await page.reload();
  await expect(table).toHaveAttribute("data-density", "compact");
  expect((await heads()).filter(Boolean)).toEqual(words);
  await expect(edge).toHaveAttribute("aria-valuenow", String(width));
  await expectNoViolations(page, "compact list");

  await (await hydrated(page.getByRole("button", { name: "Columns", exact: true }))).click();
  await page.getByRole("button", { name: "Reset" }).click();
  await page.keyboard.press("Escape");
  expect((await heads()).filter(Boolean)[0]).toBe("Person");
});

test("a view is saved, opened first, renamed and deleted", async ({ signedIn: page, foyer }) => {
  await sendVisitors(foyer, "views", [141, 142]);
  await openList(page, foyer, "campaign=views&sort=name");
  await page.getByRole("button", { name: "Save view" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Autumn people");
  await dialog.getByRole("checkbox", { name: /Shared/ }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  const tabs = page.getByRole("navigation", { name: "Views" });
  const tab = tabs.getByRole("link", { name: /Autumn people/ });
  await expect(tab).toHaveAttribute("aria-current", "page");
  const menu = page.getByRole("button", { name: /^Actions for the view/ });
  await menu.click();
  await page.getByRole("menuitemcheckbox", { name: "Open the list with it" }).click();
  await expect(page.getByText("The list opens with this view")).toBeVisible();

  await page.goto(`${foyer.url}/acme/visitors`);
  await expect(page).toHaveURL(/view=view_.*campaign=views/);
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(3);
  await tabs.getByRole("link", { name: "All visitors" }).click();
  await expect(page).toHaveURL(/view=all$/);
  await tab.click();
  await (await hydrated(menu)).click();
  await page.getByRole("menuitem", { name: "Rename or share…" }).click();
  await dialog.getByLabel("Name").fill("Winter people");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(tabs.getByRole("link", { name: /Winter people/ })).toBeVisible();
  await menu.click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL(/view=all$/);
  await expect(tabs.getByRole("link", { name: /Winter people/ })).toHaveCount(0);
  await page.goto(`${foyer.url}/acme/visitors`);
  await expect(page).toHaveURL(/\/visitors$/);
});
