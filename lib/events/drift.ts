import { z } from "zod";
import { isJsonObject } from "#lib/json.ts";
import { knownWords } from "./schema/scalar.ts";

const MAX_PATHS = 200;
const MAX_LENGTH = 200;

/** What to look at in one place of a payload; null where anything is welcome. */
interface Plan {
  fields: ReadonlyMap<string, Plan | null> | null;
  items: Plan | null;
  words: readonly string[] | null;
}

const plans = new WeakMap<z.ZodType, { plan: Plan | null }>();

/**
 * Paths in `value` of fields that the schema does not name (`data.identity.newField`, with `[]` for any
 * place in a list) and of words outside a documented list (`data.validations[].validity=greylisted`).
 * Free maps are not looked into. At most 200 distinct paths of at most 200 characters, in payload order.
 */
export function findDrift(schema: z.ZodType, value: unknown): string[] {
  const found = new Set<string>();
  const plan = planOf(schema);
  if (plan) walk(plan, value, "", found);
  return [...found];
}

function walk(plan: Plan, value: unknown, path: string, found: Set<string>): void {
  if (typeof value === "string") {
    if (plan.words && !plan.words.includes(value)) note(`${path}=${value}`, found);
  } else if (Array.isArray(value)) {
    if (plan.items) for (const item of value) walk(plan.items, item, `${path}[]`, found);
  } else if (plan.fields && isJsonObject(value)) {
    for (const key of Object.keys(value)) {
      const inner = plan.fields.get(key);
      if (inner === undefined) note(join(path, key), found);
      else if (inner) walk(inner, value[key], join(path, key), found);
    }
  }
}

function note(path: string, found: Set<string>): void {
  if (found.size < MAX_PATHS) found.add(shorten(path));
}

/** A pair of surrogates is never split: the database refuses half of one. */
function shorten(path: string): string {
  if (path.length <= MAX_LENGTH) return path;
  return `${path.slice(0, MAX_LENGTH - 1).replace(/\p{Surrogate}$/u, "")}…`;
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** Schemas are walked once; a plan that has nothing to look for is null, so its part is skipped. */
function planOf(schema: z.ZodType): Plan | null {
  const known = plans.get(schema);
  if (known) return known.plan;
  const plan = makePlan(schema);
  plans.set(schema, { plan });
  return plan;
}

function makePlan(schema: z.ZodType): Plan | null {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return planOf(asSchema(schema.unwrap()));
  }
  if (schema instanceof z.ZodObject) {
    const fields = new Map<string, Plan | null>();
    for (const [key, inner] of Object.entries(schema.shape))
      fields.set(key, planOf(asSchema(inner)));
    return { fields, items: null, words: null };
  }
  if (schema instanceof z.ZodArray) {
    const items = planOf(asSchema(schema.element));
    return items && { fields: null, items, words: null };
  }
  const words = knownWords(schema);
  return words && { fields: null, items: null, words };
}

/** Zod types inner schemas by its core class; all of ours are made by the classic API. */
function asSchema(inner: unknown): z.ZodType {
  if (inner instanceof z.ZodType) return inner;
  throw new TypeError("not a Zod schema");
}
