"use server";

import { z } from "zod";
import type { FoundItems } from "#components/layout/palette/palette-item.ts";
import { attempt } from "#lib/attempt.ts";
import { can } from "#lib/auth/permissions.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { globalQuery, searchWorkspace } from "#lib/search/search-workspace.ts";

const input = z.object({ slug: z.string().min(1).max(200), q: globalQuery });

/** What the palette finds in a workspace for the words typed into it. */
export async function findInWorkspace(slug: string, q: string): Promise<FoundItems> {
  const given = input.safeParse({ slug, q });
  if (!given.success) return { items: [] };
  const found = await attempt(async () => {
    const { workspace, role } = await requireMemberForAction(given.data.slug, "visitors.read");
    const hits = await searchWorkspace(workspace.id, given.data.q);
    const shown = hits.filter(({ kind }) => kind === "visitor" || can(role, "companies.read"));
    return {
      items: shown.map(({ kind, id, title, detail }) => ({
        id: `${kind}:${id}`,
        group: kind === "visitor" ? "Visitors" : "Companies",
        label: title,
        ...(detail && { detail }),
        href: `/${workspace.slug}/${kind === "visitor" ? "visitors" : "companies"}/${id}`,
      })),
    };
  });
  return { items: [], ...found };
}
