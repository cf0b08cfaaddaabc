import { test as base, expect } from "@playwright/test";
import { start } from "./fixtures.ts";

base("the printed link sets up the first workspace, once", async ({ page }) => {
  base.setTimeout(180_000);
  const { url, output, stop } = await start({});
  try {
    await expect.poll(output).toContain("/setup?token=");
    const link = /http\S+\/setup\?token=\S+/.exec(output())?.[0] ?? "";
    await page.goto(url);
    await expect(page.getByText(/set.?up/i).first()).toBeVisible();

    await page.goto(link);
    await page.getByLabel("Workspace").fill("Northwind Lights");
    await page.getByLabel("Your name").fill("Ines Almada");
    await page.getByLabel("E-mail").fill("ines@northwind.example");
    await page.getByLabel("Password").fill("short");
    await page.getByRole("button", { name: /create|set up/i }).click();
    await expect(page.getByText("Use at least 12 characters.")).toBeVisible();
    await page.getByLabel("Password").fill("a long enough password");
    await page.getByRole("button", { name: /create|set up/i }).click();
    await expect(page).toHaveURL(/\/northwind-lights\/settings\/webhooks/);

    await page.context().clearCookies();
    await page.goto(link);
    await expect(page.getByLabel("Workspace")).toHaveCount(0);
  } finally {
    await stop();
  }
});
