import type { Device } from "./devices.ts";
import type { Persona } from "./persona.ts";
import type { Random } from "./random.ts";

const RANGES: [string, ...string[]] = ["192.0.2", "198.51.100", "203.0.113"];
const CARRIERS = ["Marlin Broadband", "Cobalt Fibre", "Redshore Mobile", "Junction Cable"] as const;

function addressOf(random: Random): string {
  if (random.chance(0.75)) return `${random.pick(RANGES)}.${random.int(1, 254)}`;
  const group = () => random.int(1, 65535).toString(16);
  return `2001:db8:${group()}:${group()}::${group()}`;
}

/** Address, place and bot score of a session. Addresses and AS numbers are the reserved documentation ones. */
export function networkOf(random: Random, persona: Persona, device: Device) {
  const { place, company } = persona;
  const atOffice =
    device.kind === "work" && company !== null && company.employees > 80 && random.chance(0.5);
  const carrier = random.int(0, CARRIERS.length - 1);
  const knowsPlace = random.chance(0.95);
  const isOdd = random.chance(0.03);
  return {
    ip: random.chance(0.98) ? addressOf(random) : null,
    country: place.code,
    city: knowsPlace ? place.city : null,
    region: knowsPlace ? place.region : null,
    regionCode: knowsPlace ? place.regionCode : null,
    postalCode: random.chance(0.85) ? place.postalCode : null,
    latitude: knowsPlace ? place.latitude : null,
    longitude: knowsPlace ? place.longitude : null,
    continent: place.continent,
    asn: {
      code: atOffice ? company.asn : 64496 + carrier,
      name: atOffice
        ? `${company.name} Network`
        : `${CARRIERS[carrier] ?? CARRIERS[0]} ${place.code}`,
    },
    colo: place.colo,
    metroCode: place.metroCode,
    isEU: place.isEU,
    botManagement: {
      score: isOdd ? random.int(8, 40) : random.int(62, 99),
      verifiedBot: false,
      corporateProxy: atOffice && company.hasProxy,
      verifiedBotCategory: null,
    },
  };
}
