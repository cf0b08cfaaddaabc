import { makeEvents } from "#test/fixtures/events.ts";
import { nameOf } from "#test/fixtures/person.ts";
import { expectNoViolations } from "./axe.ts";
import { expect, hydrated, test } from "./fixtures.ts";
import { inEachLook } from "./looks.ts";

test.beforeEach(async ({ signedIn: page, foyer }) => {
  for (const payload of Object.values(makeEvents({ seed: 6, created: Date.UTC(2026, 9, 6, 10) }))) {
    await foyer.send(payload);
  }
  await foyer.settle();
  await page.goto(`${foyer.url}/acme/settings/people`);
  await hydrated(page.getByRole("button", { name: "Search" }));
});

test("by keyboard alone: search a person, open it, and find it again under Recent", async ({
  signedIn: page,
  foyer,
}) => {
  // By the address: other specs have people of the same name.
  const { slug } = nameOf(6);
  const list = (await foyer.api(`/api/v1/visitors?q=${slug}`)) as {
    data: [{ id: string; fullName: string }];
  };
  const [{ id, fullName }] = list.data;
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: /Search visitors/ });
  await expect(field).toBeFocused();
  await page.keyboard.type(slug);
  await expect(page.getByRole("option", { name: fullName })).toHaveAttribute(
    "data-highlighted",
    "",
  );
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/acme/visitors/${id}`);
  await expect(field).toBeHidden();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("group", { name: "Recent" }).getByRole("option")).toHaveText(
    new RegExp(fullName),
  );
});

test("goes to pages, changes the theme and leaves without doing anything", async ({
  signedIn: page,
}) => {
  await page.keyboard.press("Control+k");
  await page.keyboard.type("theme dark");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("Meta+k");
  await page.keyboard.type("deliv");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/acme/settings/deliveries");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("nobody of this name");
  await expect(page.getByText("Nothing matches “nobody of this name”.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(page.url()).toContain("/settings/deliveries");
});

test("g and a letter go to a page, but not while typing; ? shows the shortcuts", async ({
  signedIn: page,
}) => {
  await page.keyboard.press("g");
  await page.keyboard.press("v");
  await page.waitForURL("**/acme/visitors");
  const search = await hydrated(page.getByRole("searchbox", { name: "Search visitors" }));
  await search.focus();
  await page.keyboard.type("gc?");
  await expect(search).toHaveValue("gc?");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("link", { name: "Visitors", exact: true }).first().focus();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet.getByText("Go to Companies")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await page.waitForURL("**/acme/companies");
});

test("axe finds nothing in the palette and the sheet, light and dark, wide and narrow", async ({
  signedIn: page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await inEachLook(page, async (look) => {
    for (const keys of ["Control+k", "?"]) {
      await page.keyboard.press(keys);
      const dialog = page.getByRole("dialog");
      await expect(dialog).toBeVisible();
      if (keys !== "?") {
        await page.keyboard.type("a");
        await expect(page.getByRole("option").first()).toBeVisible();
      }
      await expectNoViolations(page, `${keys} ${look}`, "[role=dialog]");
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
    }
  });
});
