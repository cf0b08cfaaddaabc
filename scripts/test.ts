// `npm test`: unit and integration tests (embedded and server databases), then end-to-end in Chromium.
// The last line is `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { buildIfNeeded } from "#lib/process/build.ts";

const root = join(import.meta.dirname, "..");
process.chdir(root);
const reports = mkdtempSync(join(tmpdir(), "foyer-test-"));

interface Outcome {
  passed: number;
  failed: number;
}

/** Runs a test runner; one that ends badly without naming a failed test counts as one failure. */
function run(script: string, args: string[], read: () => Outcome): Outcome {
  const { status } = spawnSync(process.execPath, [join("node_modules", script), ...args], {
    stdio: "inherit",
    env: { ...process.env, FOYER_TEST_REPORTS: reports },
  });
  const outcome = read();
  return status !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

function report(name: string): unknown {
  const file = join(reports, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

const vitestReport = z.object({
  numPassedTests: z.number().default(0),
  numFailedTests: z.number().default(0),
});
const playwrightReport = z.object({
  stats: z
    .object({ expected: z.number(), unexpected: z.number(), flaky: z.number() })
    .default({ expected: 0, unexpected: 0, flaky: 0 }),
});

const vitestFile = join(reports, "vitest.json");
const inner = run(
  "vitest/vitest.mjs",
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestFile}`],
  () => {
    const { numPassedTests, numFailedTests } = vitestReport.parse(report("vitest.json"));
    return { passed: numPassedTests, failed: numFailedTests };
  },
);

let outer: Outcome;
try {
  buildIfNeeded(root);
  outer = run("@playwright/test/cli.js", ["test"], () => {
    const { expected, unexpected, flaky } = playwrightReport.parse(report("playwright.json")).stats;
    // A test that passed only at the second try hides something: somebody should look.
    if (flaky > 0) console.log(`${flaky} of the end-to-end tests passed at the second try only`);
    return { passed: expected + flaky, failed: unexpected };
  });
} catch (error) {
  console.error(error);
  outer = { passed: 0, failed: 1 };
}

rmSync(reports, { recursive: true, force: true });
const passed = inner.passed + outer.passed;
const failed = inner.failed + outer.failed;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
