import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { formatNumber } from "#lib/format.ts";
import type { Subject } from "#lib/leads/about.ts";
import { announce } from "#lib/notifications/announce.ts";
import { notify } from "#lib/notifications/notify.ts";

/** Tells a member that somebody else made them the owner of a visitor. */
export async function tellOwner(
  workspaceId: string,
  by: { id: string; name: string },
  ownerId: string,
  subject: Subject,
): Promise<void> {
  if (ownerId === by.id) return;
  const told = await notify(sql(), workspaceId, [ownerId], {
    kind: "owner",
    title: `${by.name} made you the owner of ${subject.name}`,
    href: subject.path,
  });
  await announce(workspaceId, told);
}

const nameRow = z.object({ slug: z.string(), name: z.string().nullable() });

/** The same of many visitors at once: one notice, however many. `byId` null is Foyer itself. */
export async function tellOwnerOfMany(
  workspaceId: string,
  byId: string | null,
  ownerId: string,
  count: number,
): Promise<void> {
  if (ownerId === byId || count === 0) return;
  const [row] = await sql().query(
    `SELECT w.slug, u.name FROM workspace w LEFT JOIN "user" u ON u.id = $2 WHERE w.id = $1`,
    [workspaceId, byId],
  );
  const { slug, name } = nameRow.parse(row);
  const visitors = count === 1 ? "a visitor" : `${formatNumber(count)} visitors`;
  const told = await notify(sql(), workspaceId, [ownerId], {
    kind: "owner",
    title: `${name ?? "Foyer"} made you the owner of ${visitors}`,
    href: `/${slug}/visitors?owner=${encodeURIComponent(ownerId)}`,
  });
  await announce(workspaceId, told);
}
