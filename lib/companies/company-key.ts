import { canonicalLinkedin } from "#lib/identity/linkedin.ts";

/** What a company may be known by; any part may be missing. */
export interface CompanyNames {
  domain?: string | null | undefined;
  linkedinUrl?: string | null | undefined;
  linkedinId?: string | null | undefined;
  name?: string | null | undefined;
}

const DOMAIN = /^[^\s.@]+(?:\.[^\s.@]+)+$/u;
const MAX_DOMAIN = 253;

/** `https://www.Acme.com/about` → `acme.com`; null for what is no domain name. */
export function normalDomain(text: string | null | undefined): string | null {
  const host = text
    ?.trim()
    .toLowerCase()
    .replace(/^(?:[a-z]+:)?\/*/, "")
    .replace(/[/?#:].*$/s, "")
    .replace(/^(?:www\.)+/, "")
    .replace(/\.$/, "");
  return host && host.length <= MAX_DOMAIN && DOMAIN.test(host) ? host : null;
}

/**
 * The natural key of a company: the strongest name it has (domain, LinkedIn URL, LinkedIn id, then its
 * plain name). Null when it has none.
 */
export function companyKey(company: CompanyNames): string | null {
  const domain = normalDomain(company.domain);
  if (domain) return `domain:${domain}`;
  const linkedin = canonicalLinkedin(company.linkedinUrl);
  if (linkedin) return `linkedin:${linkedin}`;
  const linkedinId = company.linkedinId?.trim();
  if (linkedinId) return `linkedinid:${linkedinId}`;
  const name = company.name?.trim().replace(/\s+/g, " ").toLowerCase();
  return name ? `name:${name}` : null;
}
