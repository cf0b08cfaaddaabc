import { z } from "zod";
import { isJsonObject, type Json } from "#lib/json.ts";
import { EVENTS, isEventType } from "./registry.ts";

/** Fields that schemas name and no contribution reads. */
const UNREAD = ["isHomeowner", "hasChildren", "isMarried"];

/**
 * What Foyer reads of a payload: the fields that the schema of its type names. Null for a type that is
 * not known. Free maps stay whole.
 */
export function knownPart(payload: Json): Json | null {
  if (!isJsonObject(payload) || typeof payload.type !== "string") return null;
  if (!isEventType(payload.type)) return null;
  return partOf(EVENTS[payload.type].schema, payload);
}

function partOf(schema: unknown, value: Json): Json {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return partOf(schema.unwrap(), value);
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item) => partOf(schema.element, item));
  }
  if (!(schema instanceof z.ZodObject) || !isJsonObject(value)) return value;
  const part: { [key: string]: Json } = {};
  for (const [key, inner] of Object.entries(schema.shape)) {
    const held = value[key];
    if (held !== undefined && !UNREAD.includes(key)) part[key] = partOf(inner, held);
  }
  return part;
}
