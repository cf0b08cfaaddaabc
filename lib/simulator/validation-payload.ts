import type { Persona, Position } from "./persona.ts";
import { Random } from "./random.ts";

export interface ValidationPayload {
  email: string;
  validity: string | null;
  provider: string;
  error: { code: string; message: string } | null;
}

type MailError = { code: string; message: string };

const ERRORS: [MailError, ...MailError[]] = [
  { code: "timeout", message: "The mail server did not answer in time" },
  { code: "greylisted", message: "The mail server asked to try again later" },
  { code: "rate_limited", message: "Too many checks against this domain" },
];

function resultOf(
  random: Random,
  email: string,
  isCatchAll: boolean,
  invalid: number,
): ValidationPayload {
  const provider = random.chance(0.85) ? "millionverifier" : "mailsounder";
  const roll = random.next();
  if (roll < 0.05) {
    return {
      email,
      validity: null,
      provider,
      error: random.chance(0.8) ? random.pick(ERRORS) : null,
    };
  }
  if (roll < 0.05 + invalid) return { email, validity: "invalid", provider, error: null };
  if (!isCatchAll) return { email, validity: "valid", provider, error: null };
  const validity = random.chance(0.6) ? "catch_all" : "valid_catch_all";
  return { email, validity, provider, error: null };
}

/**
 * One result per address, the same for a person's address every time it is asked, but for the address
 * at a company that the person has left: that one has become invalid.
 */
export function validationsOf(
  seed: number,
  persona: Persona,
  position: Position | null,
): ValidationPayload[] {
  const random = new Random(seed, "validation", persona.index, position?.email ?? "");
  const results: ValidationPayload[] = [];
  if (position) results.push(resultOf(random, position.email, position.company.isCatchAll, 0.07));
  const left = persona.position;
  if (left && position && left.email !== position.email) {
    results.push({
      email: left.email,
      validity: "invalid",
      provider: "millionverifier",
      error: null,
    });
  }
  if (!position || persona.index % 3 === 0) {
    results.push(resultOf(random, persona.personal, false, 0.12));
  }
  return results;
}
