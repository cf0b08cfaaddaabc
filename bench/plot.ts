import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSaved } from "./report.ts";

const WIDTH = 640;
const HEIGHT = 240;
const LEFT = 64;
const BOTTOM = 28;
const TOP = 40;
// Readable on a light and on a dark page, and told apart without colours by their dashes.
const INKS = ["#3b7dd8", "#d9822b", "#4a9d6f"];
const DASHES = ["", "6 4", "2 3"];

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** A line chart of some series over their index. */
export function lineChart(
  title: string,
  series: Readonly<Record<string, readonly number[]>>,
): string {
  const entries = Object.entries(series);
  const top = Math.max(1, ...entries.flatMap(([, values]) => values)) * 1.1;
  const length = Math.max(2, ...entries.map(([, values]) => values.length));
  const x = (index: number) => LEFT + (index / (length - 1)) * (WIDTH - LEFT - 16);
  const y = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - TOP);
  const grid = [0, 0.5, 1].map((share) => {
    const at = y(top * share).toFixed(1);
    const label = Math.round(top * share).toLocaleString("en-US");
    return (
      `<line x1="${LEFT}" x2="${WIDTH - 16}" y1="${at}" y2="${at}" stroke="#8886"/>` +
      `<text x="${LEFT - 8}" y="${Number(at) + 4}" text-anchor="end">${label}</text>`
    );
  });
  const lines = entries.map(([name, values], index) => {
    const points = values
      .map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`)
      .join(" ");
    const ink = INKS[index % INKS.length];
    const dash = DASHES[index % DASHES.length];
    return (
      `<polyline points="${points}" fill="none" stroke="${ink}" stroke-width="2" stroke-dasharray="${dash}"/>` +
      `<text x="${WIDTH - 16 - index * 90}" y="20" text-anchor="end" fill="${ink}">${escaped(name)}</text>`
    );
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" ` +
    `font-family="sans-serif" font-size="12" fill="#888"><title>${escaped(title)}</title>` +
    `<text x="${LEFT}" y="20" font-weight="bold">${escaped(title)}</text>${grid.join("")}${lines.join("")}</svg>\n`
  );
}

/** Draws every series of the last run into `bench/plots/`. */
export function plotIngest(): void {
  const folder = join(import.meta.dirname, "plots");
  mkdirSync(folder, { recursive: true });
  for (const [title, series] of Object.entries(readSaved("ingest").series)) {
    const name = title.replace(/[^a-z0-9]+/gi, "-").toLowerCase();
    writeFileSync(join(folder, `${name}.svg`), lineChart(title, series));
  }
}
