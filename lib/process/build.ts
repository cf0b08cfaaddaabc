import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { FoyerError } from "#lib/errors.ts";

const SOURCES = ["app", "components", "lib", "public", "prisma"];
const FILES = ["next.config.mjs", "instrumentation.ts", "package-lock.json", "postcss.config.mjs"];

function newestIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || entry.name.endsWith(".test.ts")) continue;
    newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }
  return newest;
}

/** True when there is no build in `root`, or a source is newer than it. */
export function isBuildStale(root: string): boolean {
  const mark = join(root, ".next", "BUILD_ID");
  if (!existsSync(mark)) return true;
  const builtAt = statSync(mark).mtimeMs;
  const newest = Math.max(
    ...SOURCES.map((name) => newestIn(join(root, name))),
    ...FILES.map((name) => (existsSync(join(root, name)) ? statSync(join(root, name)).mtimeMs : 0)),
  );
  return newest > builtAt;
}

/** Runs `next build` in `root` where it is needed. Throws `unavailable` when it fails. */
export function buildIfNeeded(root: string): void {
  if (!isBuildStale(root)) return;
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const result = spawnSync(process.execPath, [next, "build"], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (result.status !== 0) throw new FoyerError("unavailable", "The build failed.");
}
