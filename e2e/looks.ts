import type { Page } from "@playwright/test";

const LOOKS = [
  ["light", 1440],
  ["dark", 1440],
  ["dark", 768],
  ["light", 360],
] as const;

/**
 * The loaded page in the looks that people see it in, named like `dark-768`. What a look changes is style,
 * and follows at once: one load serves all.
 */
export async function inEachLook(page: Page, see: (look: string) => Promise<void>): Promise<void> {
  const size = page.viewportSize();
  for (const [colorScheme, width] of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await see(`${colorScheme}-${width}`);
  }
  await page.emulateMedia({ colorScheme: null });
  if (size) await page.setViewportSize(size);
}
