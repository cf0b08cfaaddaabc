/** Fields that can be left out of a payload before it is stored; no page needs them to work. */
export const GATE_FIELDS = {
  homeowner: { label: "Home ownership", path: "data.identity.demographics.isHomeowner" },
  children: { label: "Children", path: "data.identity.demographics.hasChildren" },
  marriage: { label: "Marriage", path: "data.identity.demographics.isMarried" },
  phones: { label: "Phone numbers", path: "data.identity.phones" },
  ip: { label: "IP address", path: "data.session.network.ip" },
  postal: { label: "Postal code", path: "data.session.network.postalCode" },
  latitude: { label: "Latitude", path: "data.session.network.latitude" },
  longitude: { label: "Longitude", path: "data.session.network.longitude" },
  photo: { label: "Photo", path: "data.enrichment.person.profilePictureUrl" },
  options: { label: "The site’s own options", path: "data.session.options" },
} as const satisfies Record<string, { label: string; path: string }>;

export type GateField = keyof typeof GATE_FIELDS;

/** True for the name of a field that can be left out. */
export function isGateField(text: string): text is GateField {
  return Object.hasOwn(GATE_FIELDS, text);
}

/** What is left out where nobody has said anything else. */
export const DEFAULT_DROPPED: readonly GateField[] = ["homeowner", "children", "marriage"];
