import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { chromiumPath } from "#e2e/chromium.ts";

const reports = process.env.FOYER_TEST_REPORTS;

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ["list"],
    ...(reports ? [["json", { outputFile: join(reports, "playwright.json") }] as const] : []),
  ],
  use: {
    ...devices["Desktop Chrome"],
    locale: "en-GB",
    timezoneId: "Europe/Lisbon",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: chromiumPath(),
      args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
    },
  },
});
