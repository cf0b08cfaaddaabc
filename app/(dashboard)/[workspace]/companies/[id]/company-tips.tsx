import type { FactTip } from "#components/companies/fact-tip.ts";
import { SourceTip } from "#components/visitors/source-tip.tsx";
import type { CompanyProfile } from "#lib/companies/company-profile.ts";

/** Says of each fact of a company where it comes from; of a block by its first known field. */
export function companyTips({ provenance }: CompanyProfile): FactTip {
  return function tip(label, ...fields) {
    const field = fields.find((name) => provenance[name] !== undefined);
    return field && <SourceTip label={label} source={provenance[field]} field={field} />;
  };
}
