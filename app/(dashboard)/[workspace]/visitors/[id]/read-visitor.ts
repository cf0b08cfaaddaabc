import { cache } from "react";
import { getVisitor } from "#lib/visitors/get-visitor.ts";

/** The visitor of the page, for its title and its body: read once per request. */
export const readVisitor = cache(getVisitor);
