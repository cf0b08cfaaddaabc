import type { ReactNode } from "react";

/** Somewhere to go, as it can be sent by the server and kept by the browser. */
export interface PlaceItem {
  id: string;
  group: string;
  label: string;
  detail?: string;
  href: string;
}

/** A line of the palette: a place, or something to do. */
export interface PaletteItem {
  id: string;
  label: string;
  detail?: string;
  icon?: ReactNode;
  /** Other words by which it is found. */
  words?: string;
  /** The keys that do the same, shown beside it. */
  keys?: readonly string[];
  href?: string;
  run?: () => void;
  /** A place that is worth remembering. */
  place?: PlaceItem;
}

export interface PaletteGroup {
  value: string;
  items: PaletteItem[];
}

/** What a search found, or why it could not. */
export interface FoundItems {
  items: PlaceItem[];
  problem?: string;
}
