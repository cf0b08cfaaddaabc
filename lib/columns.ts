import { z } from "zod";
import { unpackFacts } from "#lib/packed-facts.ts";

// Schemas that read a column of raw SQL and, at the same time, say what the value looks like outside
// (the API description is generated from their output side).

/** A timestamp: a Date from the driver, an ISO 8601 UTC text from here on. */
export const instant = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString() : value),
  z.iso.datetime(),
);

/** A whole number; the driver gives int8 and numeric as text. */
export const whole = z.preprocess(
  (value) => (typeof value === "string" && value !== "" ? Number(value) : value),
  z.int(),
);

/** A `facts` column, unpacked. */
export const factsColumn = z.unknown().transform(unpackFacts);

/** A person or thing named beside its id. */
export const namedRef = z.object({ id: z.string(), name: z.string() });
