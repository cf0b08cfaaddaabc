import type { DeliveryRow } from "#lib/inbox/ledger-queries.ts";

/** A delivery as the table shows it, with its endpoint's name (null when that is unknown). */
export interface DeliveryView extends DeliveryRow {
  endpointName: string | null;
  href: string;
}

export type DeliveryState = DeliveryRow["state"];

/** What a replay came to: how many were put back on the queue, or what stood in its way. */
export type ReplayAnswer = { replayed: number } | { problem: string };
