import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { chromiumPath } from "#e2e/chromium.ts";

const reports = process.env.FOYER_TEST_REPORTS;

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  // A real browser on a busy machine; what needed its second try is named at the end of `npm test`.
  retries: 1,
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
