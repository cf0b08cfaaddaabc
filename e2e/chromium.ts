import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function onPath(): string | null {
  for (const name of NAMES) {
    const found = spawnSync("which", [name], { encoding: "utf8" });
    if (found.status === 0) return found.stdout.trim();
  }
  return null;
}

/**
 * A real Chromium: the one on the PATH, else Playwright's own (installed when it can be reached), else
 * Debian's. Throws when none can be had: end-to-end tests are never skipped in silence.
 */
export function chromiumPath(): string {
  const present = process.env.CHROMIUM_PATH ?? onPath();
  if (present) return present;
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  spawnSync("npx", ["playwright", "install", "chromium"], { stdio: "inherit", timeout: 120_000 });
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  if (process.getuid?.() === 0) {
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    spawnSync("apt-get", ["install", "-y", "-qq", "chromium"], { stdio: "inherit" });
  }
  const installed = onPath();
  if (!installed) throw new Error("No Chromium found: install one, or set CHROMIUM_PATH.");
  return installed;
}
