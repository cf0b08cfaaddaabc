import { isJsonObject, type Json } from "#lib/json.ts";
import { countryCodeOf, EU_COUNTRIES } from "./countries.ts";
import { DEFAULT_DROPPED, GATE_FIELDS, type GateField } from "./gate-fields.ts";

/** What a workspace does not let into its ledger. */
export interface Gate {
  dropEu: boolean;
  /** Two-letter codes, upper case. */
  dropCountries: readonly string[];
  dropTenants: readonly string[];
  dropFields: readonly GateField[];
}

/** The gate of a workspace that has not said anything. */
export const DEFAULT_GATE: Gate = {
  dropEu: false,
  dropCountries: [],
  dropTenants: [],
  dropFields: DEFAULT_DROPPED,
};

const COUNTRIES = [
  "data.session.network.country",
  "data.identity.location.country",
  "data.enrichment.person.location.countryCode",
  "data.enrichment.person.location.country",
].map((path) => path.split("."));
const IS_EU = "data.session.network.isEU".split(".");
const TENANT = "data.session.tenant".split(".");

/** True where the whole event must not be stored. What names no country or tenant is let in. */
export function isGated({ dropEu, dropCountries, dropTenants }: Gate, payload: Json): boolean {
  if (dropTenants.length > 0) {
    const tenant = at(payload, TENANT);
    if (typeof tenant === "string" && dropTenants.includes(tenant)) return true;
  }
  if (!dropEu && dropCountries.length === 0) return false;
  if (dropEu && at(payload, IS_EU) === true) return true;
  return COUNTRIES.some((path) => {
    const country = at(payload, path);
    if (typeof country !== "string") return false;
    const code = countryCodeOf(country);
    if (code === null) return false;
    return dropCountries.includes(code) || (dropEu && EU_COUNTRIES.has(code));
  });
}

/**
 * Which of the fields a payload holds. A null says nothing: a body in which nothing is found stays as it
 * was signed.
 */
export function listHeld(fields: readonly GateField[], payload: Json): GateField[] {
  return fields.filter((field) => !isEmpty(at(payload, PATHS[field])));
}

const PATHS = Object.fromEntries(
  Object.entries(GATE_FIELDS).map(([name, { path }]) => [name, path.split(".")]),
) as Record<GateField, string[]>;

function at(value: Json, path: readonly string[]): Json | undefined {
  let found: Json | undefined = value;
  for (const key of path) {
    if (found === undefined || !isJsonObject(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
