import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { inEachLook } from "./looks.ts";
import { takeShot } from "./screenshots.ts";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What streams in behind its skeleton is there when nothing is busy; streams of news never end. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.locator("main :is([aria-busy=true], .animate-shimmer)")).toHaveCount(0);
}

/** By all its rules, axe finds nothing on the page as it stands, or in the part of it that `within` selects. */
export async function expectNoViolations(page: Page, name: string, within = ":root") {
  await expectNothing(new AxeBuilder({ page }).include(within), name);
}

async function expectNothing(axe: AxeBuilder, name: string) {
  const { violations } = await axe.analyze();
  const found = violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`);
  expect(found, name).toEqual([]);
}

/**
 * In every look, axe finds nothing against WCAG 2.2 AA on the open page, and it does not scroll sideways.
 * With FOYER_SHOTS, pictures.
 */
export async function expectSoundPage(page: Page, name: string): Promise<void> {
  await settled(page);
  // What fades is measured where it ends.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await inEachLook(page, async (look) => {
    // Charts are drawn anew for the width.
    await expect
      .poll(() => page.evaluate(sidewaysOverflow), { message: `${name} ${look} scrolls sideways` })
      .toBeLessThanOrEqual(0);
    await takeShot(page, `${name.replaceAll(/[/?=&]/g, "-").slice(0, 40)}-${look}`);
    await expectNothing(new AxeBuilder({ page }).withTags(WCAG), `${name} ${look}`);
  });
  await page.emulateMedia({ reducedMotion: null });
}

const sidewaysOverflow = () =>
  document.documentElement.scrollWidth - document.documentElement.clientWidth;
