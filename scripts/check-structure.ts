// File lengths: median ≤ 60 lines, 95 % ≤ 180, none over 300; pages ≤ 80, routes ≤ 50. Names in kebab-case.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";

const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" });
const files = listed
  .split("\n")
  .filter((name) => /\.(ts|tsx|mjs|css)$/.test(name) && existsSync(name))
  .map((name) => ({ name, text: readFileSync(name, "utf8") }))
  .map((file) => ({ ...file, lines: file.text.trimEnd().split("\n").length }));

const BANNED = /^(utils?|helpers?|misc|constants|index)\.tsx?$/;
const KEBAB = /^\[?[a-z0-9]+(?:[-.][a-z0-9]+)*\]?$/;
const problems: string[] = [];

for (const { name, lines } of files) {
  const base = basename(name);
  const cap = base === "page.tsx" ? 80 : base === "route.ts" ? 50 : 300;
  if (lines > cap) problems.push(`${name}: ${lines} lines, at most ${cap}`);
  // With a loading.tsx above it the answer of a gate is 200 already when it says 403 or 404.
  if (base === "loading.tsx") problems.push(`${name}: put <Suspense> inside the page instead`);
  if (BANNED.test(base)) problems.push(`${name}: the name says nothing`);
  if (!KEBAB.test(base.replace(/\.(ts|tsx|mjs|css)$/, "")))
    problems.push(`${name}: not kebab-case`);
}

// Components take types from lib, and no code but shared words and the formatting and reading of plain values.
const ALLOWED = /^#lib\/(format|json|fact-values|visitor-words)\.ts$/;
for (const { name, text } of files.filter((file) => file.name.startsWith("components/"))) {
  const imports = text.matchAll(/^import (type )?[^;]*? from "(#lib\/[^"]+)"/gms);
  for (const [statement, isType, from = ""] of imports) {
    const isTypesOnly = isType || /^import \{(\s*type [^,}]+,?)+\s*\}/.test(statement);
    if (!isTypesOnly && !ALLOWED.test(from)) problems.push(`${name}: imports code of ${from}`);
  }
}

// Next's own link prepares every page that comes into view.
const LINK = "components/ui/link.tsx";
for (const { name, text } of files.filter((file) => /^(app|components)\//.test(file.name))) {
  if (name !== LINK && /from "next\/link"/.test(text))
    problems.push(`${name}: take Link from ${LINK}`);
}

const sorted = files.map((file) => file.lines).sort((a, b) => a - b);
const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
const [median, long] = [at(0.5), at(0.95)];
if (median > 60) problems.push(`the median file has ${median} lines, at most 60`);
if (long > 180) problems.push(`95 % of the files should have at most 180 lines, not ${long}`);

console.log(
  `${files.length} files, median ${median} lines, 95 % ≤ ${long}, longest ${sorted.at(-1)}`,
);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
