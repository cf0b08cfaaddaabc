import type { PlaceItem } from "./palette-item.ts";

const MOST = 5;

// Names of people: kept for this browser session only, and apart by workspace and person.
function keyOf(memory: string): string {
  return `foyer:recent:${memory}`;
}

/** The places gone to by the palette, the last one first. Storage may be full, odd or forbidden. */
export function recentPlaces(memory: string): PlaceItem[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(memory)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isPlace).slice(0, MOST) : [];
  } catch {
    return []; // nothing remembered is what a browser without storage has
  }
}

export function rememberPlace(memory: string, place: PlaceItem): void {
  const others = recentPlaces(memory).filter(({ id }) => id !== place.id);
  try {
    sessionStorage.setItem(keyOf(memory), JSON.stringify([place, ...others].slice(0, MOST)));
  } catch {
    // not remembered: the palette works all the same
  }
}

function isPlace(value: unknown): value is PlaceItem {
  if (typeof value !== "object" || value === null) return false;
  const { id, label, href, group } = value as Record<string, unknown>;
  return [id, label, group].every((one) => typeof one === "string") && isOurs(href);
}

function isOurs(href: unknown): boolean {
  return typeof href === "string" && href.startsWith("/") && !href.startsWith("//");
}
