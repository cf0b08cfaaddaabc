import type { ConfidenceInput, Evidence } from "#lib/visitors/confidence.ts";
import { isZoneOf } from "#lib/visitors/country-zones.ts";

type Source = (input: ConfidenceInput) => Evidence | null;

// The sender's scale: below 30 it takes a session for automated, above 80 for a person.
const BOT_BELOW = 30;
const HUMAN_ABOVE = 80;

const SOURCES: readonly Source[] = [
  personName,
  companyDomain,
  companyName,
  nameInEmail,
  emailValidity,
  country,
  timeZone,
  human,
  corporateProxy,
];

/** What speaks for or against an identity, in a fixed order; sources that know nothing are silent. */
export function evidenceOf(input: ConfidenceInput): Evidence[] {
  return SOURCES.map((source) => source(input)).filter((item) => item !== null);
}

/** Same words in another order, or one name within the other, are the same name. */
function personName({ statedName, fullName }: ConfidenceInput): Evidence | null {
  const [stated, found] = [statedName, fullName].map((name) =>
    (name ?? "").split(/\s+/u).map(plain).filter(Boolean),
  );
  if (!stated?.length || !found?.length) return null;
  const supports =
    stated.every((word) => found.includes(word)) || found.every((word) => stated.includes(word));
  const text = supports
    ? `Identity and enrichment both name ${fullName}`
    : `Identity names ${statedName}, enrichment ${fullName}`;
  return { kind: "name", supports, text };
}

function companyDomain(input: ConfidenceInput): Evidence | null {
  const domain = input.companyDomain?.toLowerCase();
  const own = professional(input).map((email) => domainOf(email.value));
  const [first] = own;
  if (!domain || first === undefined) return null;
  const match = own.find((found) => found === domain || found.endsWith(`.${domain}`));
  return match
    ? {
        kind: "company_domain",
        supports: true,
        text: `Work e-mail is at ${domain}, the company's own domain`,
      }
    : {
        kind: "company_domain",
        supports: false,
        text: `Work e-mail is at ${first}, the company's domain is ${domain}`,
      };
}

function companyName({ statedCompany, companyName: name }: ConfidenceInput): Evidence | null {
  if (!statedCompany || !name) return null;
  const [stated, enriched] = [plain(statedCompany), plain(name)];
  if (!stated || !enriched) return null;
  const supports = stated.includes(enriched) || enriched.includes(stated);
  const text = supports
    ? `Identity and enrichment both name ${name}`
    : `Identity names ${statedCompany}, enrichment ${name}`;
  return { kind: "company_name", supports, text };
}

/** Only ever speaks for: many addresses hold no name. */
function nameInEmail({ firstName, lastName, emails }: ConfidenceInput): Evidence | null {
  const names = [firstName, lastName].map((name) => plain(name ?? "")).filter((n) => n.length > 2);
  const match = emails.find((email) => {
    const local = plain(email.value.split("@")[0] ?? "");
    return names.some((name) => local.includes(name));
  });
  return match
    ? { kind: "name_in_email", supports: true, text: `${match.value} holds the person's name` }
    : null;
}

function emailValidity({ emails }: ConfidenceInput): Evidence | null {
  const good = emails.find(
    ({ validity }) => validity === "valid" || validity === "valid_catch_all",
  );
  if (good) return { kind: "email_validity", supports: true, text: `${good.value} is deliverable` };
  const checked = emails.filter(({ validity }) => validity !== null);
  const isAllInvalid =
    checked.length > 0 && checked.every(({ validity }) => validity === "invalid");
  return isAllInvalid
    ? { kind: "email_validity", supports: false, text: "No known e-mail is deliverable" }
    : null;
}

function country({ countryCode, sessionCountries }: ConfidenceInput): Evidence | null {
  const [first] = sessionCountries;
  if (!countryCode || first === undefined) return null;
  return sessionCountries.includes(countryCode)
    ? {
        kind: "country",
        supports: true,
        text: `Visited from ${countryCode}, where the person lives`,
      }
    : {
        kind: "country",
        supports: false,
        text: `Visited from ${first}, the person lives in ${countryCode}`,
      };
}

function timeZone({ timezone, countryCode }: ConfidenceInput): Evidence | null {
  if (!timezone || !countryCode) return null;
  const supports = isZoneOf(timezone, countryCode);
  if (supports === null) return null;
  const text = supports
    ? `The browser’s clock is on ${timezone}, as in ${countryCode}`
    : `The browser’s clock is on ${timezone}, the person lives in ${countryCode}`;
  return { kind: "time_zone", supports, text };
}

function human({ botScore }: ConfidenceInput): Evidence | null {
  if (botScore === null || (botScore >= BOT_BELOW && botScore <= HUMAN_ABOVE)) return null;
  return botScore > HUMAN_ABOVE
    ? { kind: "human", supports: true, text: `Behaves like a person (bot score ${botScore})` }
    : { kind: "human", supports: false, text: `Behaves like a program (bot score ${botScore})` };
}

function corporateProxy({ isCorporateProxy }: ConfidenceInput): Evidence | null {
  return isCorporateProxy
    ? {
        kind: "corporate_proxy",
        supports: false,
        text: "Comes through a corporate proxy that colleagues share",
      }
    : null;
}

function professional({ emails }: ConfidenceInput): ConfidenceInput["emails"] {
  return emails.filter((email) => email.type === "professional");
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf("@") + 1).toLowerCase();
}

/** Letters and digits alone, without accents or case, so that "José-Luis" meets "joseluis". */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
