import type { Campaign } from "./campaigns.ts";
import type { Device } from "./devices.ts";
import type { Persona, Position } from "./persona.ts";

/** One visit to be made, and how far the sender gets with recognising the visitor in it. */
export interface SessionPlan {
  seed: number;
  persona: Persona;
  number: number;
  start: number;
  device: Device;
  campaign: Campaign;
  /** Pages per visit, relative; and stay per page, relative (live traffic is quicker). */
  depth: number;
  pace: number;
  position: Position | null;
  /** `hint`: by e-mail only; `hint_then_full`: the LinkedIn profile follows in a second event. */
  resolved: "no" | "hint" | "hint_then_full" | "full";
  qualified: boolean;
  enriched: boolean;
  validated: boolean;
  finalized: boolean;
  /** Enriched by an earlier visit, so that the sender may repeat what it knows. */
  isKnown: boolean;
}
