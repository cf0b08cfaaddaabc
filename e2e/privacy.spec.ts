import AxeBuilder from "@axe-core/playwright";
import { makeEvents } from "#test/fixtures/events.ts";
import { nameOf } from "#test/fixtures/person.ts";
import { expect, hydrated, test } from "./fixtures.ts";
import { takeShots } from "./screenshots.ts";

const SEED = 61;
const EMAIL = "erase.me@private.example";

test("an admin sets gates and retention, keeps somebody out, exports and erases a person", async ({
  signedIn: page,
  foyer,
}) => {
  test.setTimeout(180_000);
  const events = Object.values(
    makeEvents({ seed: SEED, emails: [EMAIL], created: Date.now() - 60_000 }),
  );
  for (const payload of events) expect(await foyer.send(payload)).toBe(204);
  await foyer.settle();
  const settings = `${foyer.url}/acme/settings/privacy`;

  await page.goto(`${foyer.url}/acme/settings`);
  await page.getByRole("link", { name: /Privacy/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Privacy" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Home ownership" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "IP address" })).not.toBeChecked();
  await takeShots(page, "privacy");

  // Gates, by keyboard.
  const eu = await hydrated(page.getByRole("switch", { name: /European Union/ }));
  await eu.focus();
  await page.keyboard.press("Space");
  const countries = page.getByLabel("Visitors from these countries");
  await countries.fill("Atlantis");
  await countries.press("Enter");
  await expect(page.getByText("“Atlantis” is no country.")).toBeVisible();
  await countries.fill("CH, United Kingdom");
  await countries.press("Enter");
  await expect(page.getByText("It holds for what arrives from now on.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Visitors from these countries")).toHaveValue("CH, GB");
  expect(await foyer.send({ ...events[0], id: "evt_gated" })).toBe(204);
  const gated = (await foyer.api("/api/v1/deliveries?state=ignored&limit=1")) as {
    data: [{ id: string; reason: string }];
  };
  expect(gated.data[0].reason).toBe("gated");
  await page.goto(`${foyer.url}/acme/settings/deliveries/${gated.data[0].id}`);
  await expect(page.getByText(/Kept out by a gate/)).toBeVisible();
  await expect(page.getByText("The body is no longer kept; its row is.")).toBeVisible();

  // What other journeys of this installation send must come in again.
  await page.goto(settings);
  await (await hydrated(page.getByRole("switch", { name: /European Union/ }))).click();
  await page.getByLabel("Visitors from these countries").fill("");
  await page.getByRole("button", { name: "Save gates" }).click();
  await expect(page.getByText("It holds for what arrives from now on.")).toBeVisible();

  // Retention asks before it removes.
  const audit = page.getByLabel("Audit log");
  await audit.fill("3");
  await audit.press("Enter");
  await expect(page.getByText("Whole days, 30 to 3,650, or empty to keep it.")).toBeVisible();
  await expect(audit).toBeFocused();
  await audit.fill("3650");
  await audit.press("Enter");
  const question = page.getByRole("alertdialog", { name: "Remove what is older?" });
  await expect(question).toBeVisible();
  await takeShots(page, "privacy-retention");
  await question.getByRole("button", { name: "Save and remove" }).click();
  await expect(question).toBeHidden();
  await page.reload();
  await expect(page.getByLabel("Audit log")).toHaveValue("3650");

  // The suppression list.
  const asked = page.getByLabel("E-mail or LinkedIn profile");
  await hydrated(asked);
  await asked.fill("Never.Here@acme.example");
  await asked.press("Enter");
  await expect(page.getByText("never.here@acme.example is not on the list.")).toBeVisible();
  await page.getByRole("button", { name: "Add to the list" }).click();
  await expect(page.getByText(/never.here@acme.example is on the list since/)).toBeVisible();
  await takeShots(page, "privacy-suppressed");
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByRole("button", { name: "Remove from the list" }).click();
  await expect(page.getByText("never.here@acme.example is not on the list.")).toBeVisible();

  // A person, from their own page.
  const { fullName } = { fullName: `${nameOf(SEED).firstName} ${nameOf(SEED).lastName}` };
  const found = (await foyer.api(`/api/v1/visitors?q=${encodeURIComponent(EMAIL)}`)) as {
    data: [{ id: string }];
  };
  await page.goto(`${foyer.url}/acme/visitors/${found.data[0].id}`);
  const menu = await hydrated(page.getByRole("button", { name: "More actions" }));
  await menu.click();
  await takeShots(page, "privacy-menu");
  const saved = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Export all data" }).click();
  expect((await saved).suggestedFilename()).toMatch(/^person-\d{4}-\d\d-\d\d\.json$/);
  await menu.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Erase…" }).click();
  const erase = page.getByRole("alertdialog", { name: `Erase ${fullName}?` });
  await expect(erase).toBeVisible();
  await takeShots(page, "privacy-erase");
  await expect(erase.getByRole("button", { name: "Erase for good" })).toBeDisabled();
  await erase.getByRole("textbox").fill("erase");
  await erase.getByRole("button", { name: "Erase for good" }).click();
  await expect(page).toHaveURL(/\/acme\/visitors$/);
  expect(await foyer.api(`/api/v1/visitors?q=${encodeURIComponent(EMAIL)}`)).toMatchObject({
    data: [],
  });

  await page.goto(settings);
  await expect(page.getByText(/One visitor · 5 events · 5 deliveries/).first()).toBeVisible();
  await takeShots(page, "privacy-erased");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      const over = () =>
        page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
      await expect.poll(over).toBeLessThanOrEqual(0);
    }
  }
});
