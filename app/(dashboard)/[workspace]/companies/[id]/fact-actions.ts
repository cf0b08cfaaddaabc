"use server";

import { z } from "zod";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { isFoyerError } from "#lib/errors.ts";
import { explainCompanyFact as explain, type FactSayings } from "#lib/inbox/fact-sayings.ts";

/** What the events say of one fact of a company; null where it can't be told (any more). */
export async function explainCompanyFact(
  slug: string,
  id: string,
  field: string,
): Promise<FactSayings | null> {
  try {
    const { workspace } = await requireMemberForAction(slug, "companies.read");
    const [companyId, name] = [z.string().max(64).parse(id), z.string().max(300).parse(field)];
    return await explain(workspace.id, companyId, name);
  } catch (error) {
    if (isFoyerError(error)) return null;
    throw error;
  }
}
