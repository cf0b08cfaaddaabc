import { cache } from "react";
import { getCompany } from "#lib/companies/get-company.ts";

/** The company of the page, for its title and its body: read once per request. */
export const readCompany = cache(getCompany);
