"use server";

import { z } from "zod";
import type { FactSayingItem } from "#components/visitors/sources/fact-source-context.tsx";
import { can } from "#lib/auth/permissions.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { isFoyerError } from "#lib/errors.ts";
import { explainVisitorFact as explain } from "#lib/inbox/fact-sayings.ts";
import { listEmailSayings } from "#lib/visitors/email-sayings.ts";

const idArgument = z.string().min(1).max(64);
const fieldArgument = z.string().min(1).max(300);
const EMAIL = "email:";

/** What the events say of one fact of a visitor; null where it can't be told (any more). */
export async function explainVisitorFact(
  slug: string,
  id: string,
  field: string,
): Promise<{ sayings: FactSayingItem[]; isPartial: boolean } | null> {
  try {
    const { workspace, role } = await requireMemberForAction(slug, "visitors.read");
    const [visitorId, name] = [idArgument.parse(id), fieldArgument.parse(field)];
    // Phone numbers are the admin's, on the page and here.
    if (name === "phones" && !can(role, "personal.network")) return null;
    if (!name.startsWith(EMAIL)) return await explain(workspace.id, visitorId, name);
    const found = await listEmailSayings(workspace.id, visitorId, name.slice(EMAIL.length));
    const sayings = found.map(({ result, type, ...rest }) => ({
      ...rest,
      value: result ?? "first named",
      type: type ?? "",
    }));
    return { sayings, isPartial: false };
  } catch (error) {
    if (isFoyerError(error)) return null;
    throw error;
  }
}
