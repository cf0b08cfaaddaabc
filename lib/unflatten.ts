import type { Facts } from "#lib/facts.ts";
import { isJsonObject, type Json } from "#lib/json.ts";

/** The values of facts as the nested object that they were read from: `a.b` becomes `{ a: { b } }`. */
export function unflattenFacts(facts: Facts): Record<string, Json> {
  const root: Record<string, Json> = Object.create(null);
  for (const [field, fact] of Object.entries(facts)) {
    const path = field.split(".");
    const leaf = path.pop() ?? field;
    let node = root;
    for (const step of path) {
      const next = Object.hasOwn(node, step) ? node[step] : undefined;
      // A field that is both a value and an object (two senders disagree): the object is shown.
      const inner: Record<string, Json> = isJsonObject(next) ? next : Object.create(null);
      node[step] = inner;
      node = inner;
    }
    if (!isJsonObject(node[leaf])) node[leaf] = fact.value;
  }
  return root;
}
