import type { Persona, Position } from "./persona.ts";
import type { Random } from "./random.ts";

/** What an event tells about the visitor: `hint` resolved by e-mail only, `bare` without the job. */
export interface IdentityDetail {
  position: Position | null;
  hasLinkedin: boolean;
  hasJob: boolean;
}

/** The `identity` block of resolved and qualified events. */
export function identityPayload(random: Random, persona: Persona, detail: IdentityDetail) {
  const { place, background, linkedinUrl } = persona;
  const { position } = detail;
  const job = detail.hasJob ? position : null;
  const emails: { value: string; type: string }[] = [];
  if (position) emails.push({ value: position.email, type: "professional" });
  if (!position || persona.index % 3 === 0) {
    emails.push({ value: persona.personal, type: "personal" });
  }
  const url = linkedinUrl && random.chance(0.3) ? linkedinUrl.replace("https://", "") : linkedinUrl;
  return {
    emails,
    phones: persona.phone ? [persona.phone] : [],
    linkedinUrl: detail.hasLinkedin ? url : null,
    demographics: {
      firstName: persona.first,
      lastName: persona.last,
      isHomeowner: background.isOwner,
      hasChildren: background.hasChildren,
      isMarried: background.isMarried,
    },
    location: {
      city: place.city,
      state: place.code === "US" ? place.regionCode : null,
      country: place.code,
    },
    professional: {
      jobTitle: job?.role.title ?? null,
      companyName: job?.company.name ?? null,
    },
  };
}
