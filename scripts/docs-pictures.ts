// The pictures in docs/, taken of a running demo:
// `npm run demo`, then `node scripts/docs-pictures.ts <password> [http://localhost:3000]`.
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { chromiumPath } from "#e2e/chromium.ts";

const [password = "", url = "http://localhost:3000"] = process.argv.slice(2);
const docs = join(import.meta.dirname, "..", "docs");
const PICTURES = {
  visitors: "visitors",
  worklist: "worklist",
  attribution: "attribution?dimension=channel&model=position",
};

const browser = await chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox"] });
const page = await browser.newPage({
  viewport: { width: 1440, height: 900 },
  reducedMotion: "reduce",
  timezoneId: "Europe/Berlin",
});
await page.goto(`${url}/sign-in`);
await page.getByLabel("E-mail").fill("admin@foyer.example");
await page.getByLabel("Password").fill(password);
await page.getByRole("button", { name: "Sign in" }).click();
await page.waitForURL("**/demo/**");
for (const [name, path] of Object.entries(PICTURES)) {
  await page.goto(`${url}/demo/${path}`);
  await page
    .locator("main [aria-busy=true], main .animate-shimmer")
    .first()
    .waitFor({ state: "detached" });
  // Charts come to rest.
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(docs, `${name}.png`) });
}
await browser.close();
