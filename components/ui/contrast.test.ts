import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Side = 0 | 1;
type Rgb = [number, number, number];

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

/** The linear sRGB of a token in one of the two themes (0 light, 1 dark). */
function token(name: string, side: Side): Rgb {
  const line = new RegExp(`--color-${name}:\\s*([^;]+);`).exec(css)?.[1] ?? "";
  const colors = [...line.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)];
  const found = colors[side] ?? colors[0];
  if (!found) throw new Error(`no token --color-${name}`);
  return linear(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** OKLCH to linear sRGB, clipped to the gamut: https://bottosson.github.io/posts/oklab/ */
function linear(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** The contrast ratio of WCAG 2.2. */
function contrast(first: Rgb, second: Rgb): number {
  const shine = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  const [high, low] = [shine(first), shine(second)].sort((x, y) => y - x);
  return (high ?? 0) / (low ?? 1);
}

const PLANES = ["canvas", "surface", "raised", "sunken", "hover", "highlight", "selected"];
const TONES = ["positive", "warning", "danger", "info"];
const words: [string, string][] = [
  ...[
    "ink",
    "ink-muted",
    "ink-faint",
    "accent-text",
    ...TONES.map((tone) => `${tone}-text`),
  ].flatMap((word) => PLANES.map((plane): [string, string] => [word, plane])),
  ...TONES.map((tone): [string, string] => [`${tone}-text`, `${tone}-soft`]),
  ["accent-text", "accent-soft"],
  ["ink", "accent-soft"],
  ["accent-ink", "accent"],
  ["accent-ink", "accent-hover"],
  ["accent-ink", "danger-solid"],
  ["accent-ink", "danger-hover"],
  ["ink-inverse", "bubble"],
  ...[1, 2, 3, 4, 5, 6].map((tint): [string, string] => ["ink", `tint-${tint}`]),
];
const shapes: [string, string][] = [
  ...["canvas", "surface", "raised"].flatMap((plane) =>
    ["control", "focus", "accent"].map((shape): [string, string] => [shape, plane]),
  ),
  ...TONES.map((tone): [string, string] => [`${tone}-solid`, `${tone}-soft`]),
  ...[1, 2, 3, 4, 5, 6, 7, 8, "muted"].map((n): [string, string] => [`chart-${n}`, "surface"]),
];

test.each([
  ["light", 0],
  ["dark", 1],
] as const)("the %s theme reaches WCAG 2.2 AA", (_, side) => {
  const weak = (pairs: [string, string][], least: number) =>
    pairs
      .map(([above, below]) => ({
        pair: `${above} on ${below}`,
        ratio: contrast(token(above, side), token(below, side)),
      }))
      .filter(({ ratio }) => ratio < least);
  expect(weak(words, 4.5)).toEqual([]);
  expect(weak(shapes, 3)).toEqual([]);
});
