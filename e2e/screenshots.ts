import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { inEachLook } from "./looks.ts";

const FOLDER = process.env.FOYER_SHOTS;

/** True where somebody wants to look at the pages: FOYER_SHOTS names the folder for the pictures. */
export const wantsShots = FOLDER !== undefined;

/** Pictures of the page as it stands, in every look. Nothing without FOYER_SHOTS. */
export async function takeShots(page: Page, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  await inEachLook(page, (look) => takeShot(page, `${name}-${look}`));
}

/** One picture of the whole page as it stands. Nothing without FOYER_SHOTS. */
export async function takeShot(page: Page, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  // Charts and transitions come to rest.
  await page.waitForTimeout(300);
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
}
