import type { ReactNode } from "react";

/** Draws where a fact comes from, by the first of these fields that is known; nothing for none. */
export type FactTip = (label: string, ...fields: string[]) => ReactNode;
