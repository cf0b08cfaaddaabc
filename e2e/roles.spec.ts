import { execFileSync } from "node:child_process";
import { expect, hydrated, signIn, test } from "./fixtures.ts";

test("signed out, a page leads to sign-in and back", async ({ page, foyer }) => {
  await page.goto(`${foyer.url}/acme/companies`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("E-mail").fill(foyer.email);
  await page.getByLabel("Password").fill(foyer.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/acme\/companies/);
});

test("a wrong password says nothing about which part was wrong", async ({ page, foyer }) => {
  await page.goto(`${foyer.url}/sign-in`);
  await page.getByLabel("E-mail").fill(foyer.email);
  await page.getByLabel("Password").fill("not the password at all");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /isn’t right/ })).toBeVisible();
});

test("a rep is invited, joins, sees visitors and no settings; disabled, is out at once", async ({
  signedIn: admin,
  foyer,
  browser,
}) => {
  await admin.goto(`${foyer.url}/acme/settings/people`);
  await admin.getByLabel("E-mail").fill("ruth@acme.example");
  await admin.getByRole("button", { name: "Create invitation link" }).click();
  const made = admin.getByRole("region", { name: "Invitation link" });
  const link = await made.getByText(/\/invite\?token=/).textContent();

  const context = await browser.newContext();
  const rep = await context.newPage();
  await rep.goto(link?.trim() ?? "");
  await rep.getByLabel("Your name").fill("Ruth Role");
  await rep.getByLabel("Password").fill("another long password");
  await rep.getByRole("button", { name: /join|create/i }).click();
  await expect(rep).toHaveURL(/\/acme\/visitors/);
  await expect(rep.getByRole("link", { name: "Webhooks" })).toHaveCount(0);
  for (const path of ["webhooks", "deliveries", "people", "api-keys"]) {
    const answer = await rep.goto(`${foyer.url}/acme/settings/${path}`);
    expect(answer?.status()).toBe(403);
  }
  const other = await rep.goto(`${foyer.url}/elsewhere/visitors`);
  expect(other?.status()).toBe(404);

  await admin.reload();
  await (await hydrated(admin.getByRole("button", { name: "Actions for Ruth Role" }))).click();
  await admin.getByRole("menuitem", { name: /Disable/ }).click();
  await admin.getByRole("alertdialog").getByRole("button", { name: "Disable" }).click();
  await expect(admin.getByRole("alertdialog")).toBeHidden();
  // Other specs may have disabled somebody before.
  const ruth = admin.getByRole("row", { name: /Ruth Role/ });
  await expect(ruth.getByText("Disabled", { exact: true })).toBeVisible();
  await rep.goto(`${foyer.url}/acme/visitors`);
  await expect(rep).toHaveURL(/\/sign-in/);
  await context.close();
});

test("a second process on the same folder is refused with the holder's pid", async ({ foyer }) => {
  let message = "";
  try {
    execFileSync(process.execPath, ["bin/foyer.mjs", "migrate"], {
      env: { ...process.env, DATA_DIR: foyer.dataDir, DATABASE_URL: "" },
      stdio: "pipe",
    });
  } catch (error) {
    message = String(Object(error).stderr);
  }
  expect(message).toContain(`in use by process ${foyer.pid}`);
});

test("signing in again works after signing out", async ({ signedIn: page, foyer }) => {
  await (await hydrated(page.getByRole("button", { name: /ada/i }))).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, foyer, foyer.email, foyer.password);
});
