import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

const FOLDER = process.env.FOYER_SHOTS;

const LOOKS = [
  ["light", 1440],
  ["dark", 1440],
  ["light", 360],
] as const;

/** True where somebody wants to look at the pages: FOYER_SHOTS names the folder for the pictures. */
export const wantsShots = FOLDER !== undefined;

/** Pictures of the page as it stands, in the looks that are to be judged. Nothing without FOYER_SHOTS. */
export async function takeShots(page: Page, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  const size = page.viewportSize();
  for (const [colorScheme, width] of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(300);
    await takeShot(page, `${name}-${colorScheme}-${width}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  if (size) await page.setViewportSize(size);
}

/** One picture of the whole page as it stands. Nothing without FOYER_SHOTS. */
export async function takeShot(page: Page, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
}
