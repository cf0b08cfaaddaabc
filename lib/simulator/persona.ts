import { type Background, backgroundOf } from "./background.ts";
import { CAMPAIGNS, type Campaign } from "./campaigns.ts";
import { COMPANIES, type Company } from "./companies.ts";
import { type Device, devicesOf } from "./devices.ts";
import { personalEmail, workEmail } from "./emails.ts";
import { nameOf } from "./names.ts";
import { PLACES, type Place } from "./places.ts";
import { Random } from "./random.ts";
import { slugOf } from "./slug.ts";
import { promoted, type Role, randomRole } from "./titles.ts";

/** What the sender learns about a visitor, at most. */
export type Recognition = "full" | "late_linkedin" | "resolved_only" | "personal_only";

/** Where a person works, from `since` (YYYY-MM). */
export interface Position {
  company: Company;
  role: Role;
  email: string;
  since: string;
}

/** An invented person; the same for a seed and number, in history and in live traffic. */
export interface Persona {
  index: number;
  first: string;
  last: string;
  place: Place;
  origin: Campaign;
  recognition: Recognition;
  company: Company | null;
  position: Position | null;
  /** The position after a promotion or a move; `since` is filled in when it happens. */
  next: Position | null;
  linkedinUrl: string | null;
  linkedinId: string;
  personal: string;
  phone: string | null;
  provider: string;
  isSparse: boolean;
  background: Background;
  devices: [Device, ...Device[]];
}

// Visitors with neighbouring numbers come at about the same time: a buying committee is a run of them.
const RUN = 25;
const DEVICE_BORN = Date.UTC(2024, 0, 1);
const YEAR = 31_536_000_000;

function committeeOf(seed: number, index: number): Company | null {
  const random = new Random(seed, "committee", Math.floor(index / RUN));
  return random.chance(0.4)
    ? random.weighted(COMPANIES, (company) => company.weight * Math.sqrt(company.employees))
    : null;
}

function companyFor(random: Random, seed: number, index: number, origin: Campaign): Company {
  const committee = committeeOf(seed, index);
  if (committee && random.chance(0.22)) return committee;
  return random.weighted(COMPANIES, ({ weight, employees }) => weight * employees ** origin.size);
}

function placeFor(random: Random, company: Company): Place {
  if (random.chance(0.6)) return company.place;
  return random.weighted(
    PLACES,
    (place) => place.weight * (place.continent === company.place.continent ? 3 : 1),
  );
}

function recognitionOf(random: Random): Recognition {
  const roll = random.next();
  if (roll < 0.08) return "personal_only";
  if (roll < 0.16) return "resolved_only";
  return roll < 0.23 ? "late_linkedin" : "full";
}

/** The visitor with that number. */
export function personaOf(seed: number, index: number): Persona {
  const random = new Random(seed, "person", index);
  const origin = random.weighted(CAMPAIGNS, (campaign) => campaign.first);
  const company = companyFor(random, seed, index, origin);
  const place = placeFor(random, company);
  const { first, last, turn } = nameOf(place.culture, index);
  const role = randomRole(random, company.employees, origin.seniority);
  const recognition = recognitionOf(random);
  const isPersonal = recognition === "personal_only";
  const since = `${random.int(2016, 2024)}-${String(random.int(1, 12)).padStart(2, "0")}`;
  const position = { company, role, email: workEmail(company, first, last, turn), since };
  const change = random.next();
  const mover = change < 0.02 ? random.weighted(COMPANIES, ({ weight }) => weight) : company;
  const next = {
    company: mover,
    role: promoted(role, mover.employees),
    email: workEmail(mover, first, last, turn),
    since: "",
  };
  return {
    ...{ index, first, last, place, origin, recognition },
    company: isPersonal ? null : company,
    position: isPersonal ? null : position,
    next: !isPersonal && change < 0.08 ? next : null,
    linkedinUrl: isPersonal
      ? null
      : `https://linkedin.com/in/${slugOf(`${first} ${last}`)}-${random.letters(3).toLowerCase()}${index.toString(36).padStart(4, "0")}`,
    linkedinId: `ACoAA${random.letters(24)}`,
    personal: personalEmail(random, first, last, index),
    phone: random.chance(0.12) ? `+1${random.int(201, 989)}55501${random.int(10, 99)}` : null,
    provider: random.chance(0.75) ? "xK9mP" : "qR7nL",
    isSparse: random.chance(0.08),
    background: backgroundOf(random, place, role, since),
    devices: devicesOf(random, DEVICE_BORN + random.next() * YEAR),
  };
}
