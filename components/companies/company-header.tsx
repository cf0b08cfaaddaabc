import { ExternalLink } from "lucide-react";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import type { CompanyProfile } from "#lib/companies/company-profile.ts";
import { countryName } from "#lib/format.ts";

type CompanyHeaderProps = { company: CompanyProfile; base: string };

/** Which company it is, and the ways to its own pages. */
export function CompanyHeader({ company, base }: CompanyHeaderProps) {
  const { name, domain, industry, website, linkedinUrl, address } = company;
  const country = address.countryCode ? countryName(address.countryCode) : address.country;
  const place = [address.locality, country].filter(Boolean).join(", ");
  return (
    <PageHeader
      breadcrumbs={[{ href: `${base}/companies`, label: "Companies" }]}
      leading={
        <Avatar name={name} size="xl" shape="square" className="max-sm:size-10 max-sm:text-sm" />
      }
      title={name}
      description={[domain, industry, place].filter(Boolean).join(" · ")}
      actions={
        <>
          <External href={website ?? (domain ? `https://${domain}` : null)} label="Website" />
          <External href={linkedinUrl} label="LinkedIn" />
        </>
      }
    />
  );
}

/** Only http(s) becomes a link: the address is a sender's. */
function External({ href, label }: { href: string | null; label: string }) {
  if (!href) return null;
  const full = /^[a-z][a-z0-9+.-]*:/i.test(href) ? href : `https://${href}`;
  if (!/^https?:\/\//i.test(full)) return null;
  return (
    <a
      href={full}
      target="_blank"
      rel="noopener noreferrer external"
      className={buttonClass("secondary", "md")}
    >
      {label} <ExternalLink aria-label="(opens in a new tab)" role="img" />
    </a>
  );
}
