import type { ModelName } from "#lib/attribution/models.ts";

/** The column in which a model's credit stands; models that learn have none. */
export const CREDIT_COLUMN = {
  first: "first",
  last: "last",
  last_non_direct: "lastNonDirect",
  linear: "linear",
  position: "positionBased",
  time_decay: "timeDecay",
} as const satisfies Partial<Record<ModelName, string>>;

export type TileModel = keyof typeof CREDIT_COLUMN;

/** A closed list that Object.keys types as strings. */
export const TILE_MODELS = Object.keys(CREDIT_COLUMN) as TileModel[];

/** True for a model whose credit is added up beforehand. */
export function isTileModel(model: ModelName): model is TileModel {
  return model in CREDIT_COLUMN;
}
