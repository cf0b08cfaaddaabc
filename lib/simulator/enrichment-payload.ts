import type { Company } from "./companies.ts";
import type { Persona, Position } from "./persona.ts";
import type { Random } from "./random.ts";
import type { ValidationPayload } from "./validation-payload.ts";

const HEADLINES = [
  "Helping teams do less by hand",
  "Calm operations",
  "Numbers people trust",
] as const;

/** ISO without milliseconds, as the documents write it. */
function isoOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

function fullCompany(company: Company, provider: string, at: number) {
  return { name: company.name, _type: "full", enrichedAt: isoOf(at), provider, ...company.full };
}

function basicCompany(company: Company) {
  return { name: company.name, _type: "basic", ...company.basic };
}

/** The jobs that are over: those before we knew the person, and the one left by a move or promotion. */
function experienceOf(persona: Persona, position: Position) {
  const left = persona.position && persona.position !== position ? [persona.position] : [];
  return [
    ...left.map(({ company, role, since }) => ({
      title: role.title,
      description: null,
      location: company.place.city,
      startDate: since,
      endDate: position.since,
      company: basicCompany(company),
    })),
    ...persona.background.past.map(({ company, role, startDate, endDate }) => ({
      ...{ title: role.title, description: `${role.department} at ${company.name}.` },
      ...{ location: company.place.city, startDate, endDate, company: basicCompany(company) },
    })),
  ];
}

function profileOf(random: Random, persona: Persona, position: Position, at: number) {
  const { background, place, provider, first } = persona;
  const { company, role } = position;
  const claim = random.chance(0.4) ? ` | ${random.pick(HEADLINES)}` : "";
  return {
    linkedinId: persona.linkedinId,
    headline: `${role.title} @ ${company.name}${claim}`,
    summary: background.summary
      ? `${first} works in ${role.department.toLowerCase()} at ${company.name} in ${place.city}.`
      : null,
    ...(background.picture && {
      profilePictureUrl: `https://pictures.example/in/${persona.linkedinId.slice(-8)}.png`,
    }),
    email: random.chance(0.7) ? position.email : null,
    location: {
      ...{ locality: place.city, region: place.region, postalCode: place.postalCode },
      ...{ country: place.country, countryCode: place.code },
      raw: `${place.city}, ${place.country}`,
    },
    connections: background.connections,
    skills: background.skills,
    languages: background.languages,
    employments: [
      {
        title: role.title,
        description: null,
        location: `${place.city}, ${place.country}`,
        startDate: position.since,
        endDate: null,
        company: fullCompany(company, provider, at),
      },
    ],
    experience: experienceOf(persona, position),
    education: background.education,
  };
}

/** The `enrichment` block of enriched and finalized events. */
export function enrichmentPayload(
  random: Random,
  persona: Persona,
  position: Position,
  at: number,
  emailValidations: ValidationPayload[] | null,
) {
  const { first, last, linkedinUrl, provider, isSparse } = persona;
  return {
    person: {
      firstName: first,
      lastName: last,
      fullName: `${first} ${last}`,
      linkedinUrl,
      ...(isSparse
        ? { headline: position.role.title, employments: null, skills: null }
        : profileOf(random, persona, position, at)),
      enrichedAt: isoOf(at),
      provider,
    },
    companies: [fullCompany(position.company, provider, at + 1500)],
    emailValidations,
  };
}
