import { formatNumber } from "#lib/format.ts";

/** 812 B, 8.2 kB, 1.1 MB: decimal units. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${formatNumber(bytes)} B`;
  if (bytes < 999_950) return `${formatNumber(bytes / 1_000, 1)} kB`;
  return `${formatNumber(bytes / 1_000_000, 1)} MB`;
}
