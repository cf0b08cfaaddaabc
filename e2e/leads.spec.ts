import type { Browser, Page } from "@playwright/test";
import { makeEvents } from "#test/fixtures/events.ts";
import { expectSoundPage } from "./axe.ts";
import { expect, hydrated, type Installation, test } from "./fixtures.ts";

test.describe.configure({ timeout: 120_000 });

/** A visitor of its own for each test; resolves with its path. */
async function sendVisitor(foyer: Installation, seed: number): Promise<string> {
  const events = makeEvents({ seed, created: Date.UTC(2026, 9, 7, 9, seed % 60) });
  for (const payload of Object.values(events)) expect(await foyer.send(payload)).toBe(204);
  await foyer.settle();
  const { data } = (await foyer.api("/api/v1/visitors?sort=-lastSeenAt")) as {
    data: { id: string }[];
  };
  return `/acme/visitors/${data[0]?.id}`;
}

/** Ada invites Rita, who joins in a browser of her own. */
async function joinAsRep(admin: Page, foyer: Installation, browser: Browser): Promise<Page> {
  await admin.goto(`${foyer.url}/acme/settings/people`);
  await (await hydrated(admin.getByLabel("E-mail"))).fill("rita.leads@acme.example");
  await admin.getByRole("button", { name: "Create invitation link" }).click();
  const made = admin.getByRole("region", { name: "Invitation link" });
  const link = await made.getByText(/\/invite\?token=/).textContent();
  const page = await (await browser.newContext()).newPage();
  await page.goto(link?.trim() ?? "");
  await page.getByLabel("Your name").fill("Rita Rep");
  await page.getByLabel("Password").fill("another long password");
  await page.getByRole("button", { name: /join|create/i }).click();
  await expect(page).toHaveURL(/\/acme\/visitors/);
  return page;
}

/** Opens a select with the keyboard, types the first letters of an entry and takes it. */
async function choose(page: Page, label: string, entry: string) {
  const select = await hydrated(page.getByRole("combobox", { name: label }));
  await select.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("option", { name: entry })).toBeVisible();
  await page.keyboard.type(entry.slice(0, 4));
  await page.keyboard.press("Enter");
  await expect(select).toContainText(entry);
}

test("a rep sets status and owner, writes a note and plans a task by keyboard, and finds it all again", async ({
  signedIn: admin,
  foyer,
  browser,
}) => {
  const path = await sendVisitor(foyer, 41);
  const page = await joinAsRep(admin, foyer, browser);
  await page.goto(`${foyer.url}${path}`);
  await choose(page, "Status", "Working");
  await choose(page, "Owner", "Rita Rep");

  await (await hydrated(page.getByRole("textbox", { name: "New note" }))).focus();
  await page.keyboard.type("Called about the fair.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Ask @");
  await expect(page.getByRole("menuitem", { name: "ada", exact: false }).first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "New note" })).toBeFocused();
  await page.keyboard.press("Control+Enter");
  const notes = page.getByRole("region", { name: "Notes" });
  await expect(notes.getByRole("article")).toContainText("Called about the fair.\nAsk @");

  await (await hydrated(page.getByRole("textbox", { name: "Task" }))).focus();
  await page.keyboard.type("Send the price list");
  await page.keyboard.press("Enter");
  const tasks = page.getByRole("region", { name: "Tasks" });
  await expect(tasks.getByText("Send the price list")).toBeVisible();

  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline.getByText("Status: Working")).toBeVisible();
  await expect(timeline.getByText("Owner: Rita Rep")).toBeVisible();
  await expect(timeline.getByText("Called about the fair.")).toBeVisible();

  await page.goto(`${foyer.url}/acme/tasks`);
  const done = page.getByRole("checkbox", { name: "Done: Send the price list" });
  await (await hydrated(done)).focus();
  await page.keyboard.press("Space");
  await expect(done).toHaveCount(0);
  await page.getByRole("link", { name: "Done" }).click();
  await expect(page.getByText("Send the price list")).toBeVisible();

  await admin.goto(`${foyer.url}${path}`);
  await expect(admin.getByRole("combobox", { name: "Owner" })).toContainText("Rita Rep");
  await expect(admin.getByRole("button", { name: "Actions for this note" })).toHaveCount(0);
  const api = (await foyer.api(`/api/v1${path.replace("/acme", "")}/timeline`)) as {
    data: { kind: string; status?: string }[];
  };
  expect(api.data.filter(({ kind }) => ["status", "owner", "note"].includes(kind))).toHaveLength(3);
  await page.context().close();
});

test("a tag is made on a visitor, renamed in settings, and filters the list", async ({
  signedIn: page,
  foyer,
}) => {
  const path = await sendVisitor(foyer, 42);
  await page.goto(`${foyer.url}${path}`);
  await (await hydrated(page.getByRole("button", { name: "Tag", exact: true }))).click();
  await page.getByRole("menuitem", { name: "New tag…" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Spring fair");
  await page.getByRole("button", { name: "Create and add" }).click();
  await expect(page.getByText("Spring fair").first()).toBeVisible();

  await page.goto(`${foyer.url}/acme/settings/tags`);
  await (await hydrated(page.getByRole("button", { name: "Actions for Spring fair" }))).click();
  await page.getByRole("menuitem", { name: "Edit…" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Autumn fair");
  await page.getByRole("button", { name: "Save" }).click();
  const row = page.getByRole("row", { name: /Autumn fair/ });
  await row.getByRole("link", { name: "1" }).click();
  await expect(page.getByRole("table", { name: "Visitors" }).getByRole("row")).toHaveCount(2);
});

test("a file is imported while its progress shows; rows that can't be taken can be downloaded", async ({
  signedIn: page,
  foyer,
}) => {
  const path = await sendVisitor(foyer, 43);
  const id = path.split("/").at(-1);
  const text = `visitor id,status\n${id},Opportunity\nv_nobody,won\n`;
  await page.goto(`${foyer.url}/acme/settings/import`);
  await hydrated(page.getByRole("button", { name: "Choose a CSV file…" }));
  await page
    .getByLabel("CSV file")
    .setInputFiles({ name: "leads.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await expect(page.getByText("2 rows read, 1 changed something, 1 could not")).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download those rows" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("not-imported.csv");
  await page.goto(`${foyer.url}${path}`);
  await expect(page.getByRole("combobox", { name: "Status" })).toContainText("Opportunity");
});

test("axe finds nothing on the team’s pages, in light and dark, wide and narrow", async ({
  signedIn: page,
  foyer,
}) => {
  const path = await sendVisitor(foyer, 44);
  for (const at of [path, "/acme/tasks", "/acme/settings/tags", "/acme/settings/import"]) {
    await page.goto(`${foyer.url}${at}`);
    await expectSoundPage(page, at);
  }
});
