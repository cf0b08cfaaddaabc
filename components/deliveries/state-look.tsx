import { Check, CircleX, Copy, EyeOff, Hourglass, RefreshCw, ShieldAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "#components/ui/badge.tsx";
import type { DeliveryState } from "./delivery-view.ts";

export interface StateLook {
  word: string;
  tone: Tone;
  icon: ReactNode;
}

/** How each state looks, in the order in which the page lists them. */
export const STATE_LOOKS: Record<DeliveryState, StateLook> = {
  projected: { word: "Projected", tone: "positive", icon: <Check aria-hidden="true" /> },
  pending: { word: "Pending", tone: "info", icon: <Hourglass aria-hidden="true" /> },
  duplicate: { word: "Duplicate", tone: "neutral", icon: <Copy aria-hidden="true" /> },
  ignored: { word: "Ignored", tone: "neutral", icon: <EyeOff aria-hidden="true" /> },
  quarantined: { word: "Quarantined", tone: "warning", icon: <ShieldAlert aria-hidden="true" /> },
  failed: { word: "Failed", tone: "danger", icon: <RefreshCw aria-hidden="true" /> },
  dead: { word: "Dead", tone: "danger", icon: <CircleX aria-hidden="true" /> },
};
