import { creditFirst } from "./models/first.ts";
import { creditLast } from "./models/last.ts";
import { creditLastNonDirect } from "./models/last-non-direct.ts";
import { creditLinear } from "./models/linear.ts";
import { creditPosition } from "./models/position.ts";
import { creditTimeDecay } from "./models/time-decay.ts";
import type { Creditor } from "./touch.ts";

/** A way to share a conversion among its touches. */
type Model = { label: string } & (
  | { learns: false; credit: Creditor }
  /** Looks at the journeys of the whole period, converting and not, before it credits one. */
  | { learns: true }
);

/** The attribution models by the name that URLs and the API use. */
export const MODELS = {
  first: { label: "First touch", learns: false, credit: creditFirst },
  last: { label: "Last touch", learns: false, credit: creditLast },
  last_non_direct: {
    label: "Last non-direct touch",
    learns: false,
    credit: creditLastNonDirect,
  },
  linear: { label: "Linear", learns: false, credit: creditLinear },
  position: { label: "Position-based", learns: false, credit: creditPosition },
  time_decay: { label: "Time decay", learns: false, credit: creditTimeDecay },
  markov: { label: "Data-driven (Markov)", learns: true },
} as const satisfies Record<string, Model>;

export type ModelName = keyof typeof MODELS;

/** Names of all models, in the order in which they are offered (a closed list that Object.keys types as strings). */
export const MODEL_NAMES = Object.keys(MODELS) as ModelName[];
