import { z } from "zod";
import { factsColumn } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { type Provenance, provenanceOf } from "#lib/fact-values.ts";
import type { Json } from "#lib/json.ts";
import { selectFirst } from "#lib/select.ts";

/** One leaf of a session as the sender names it (`network.asn.name`), with the event that it is from. */
export interface SessionLeaf {
  name: string;
  value: Json;
  source: Provenance;
}

/** What tells where a person sits: shown to those alone who may see network addresses. */
const PERSONAL = ["network.ip", "network.latitude", "network.longitude", "network.postalCode"];

/**
 * Everything that the events said of a session, leaf by leaf; null when there is none. Without
 * `withAddress` the network address and the exact place are left out.
 */
export async function getSessionDetail(
  workspaceId: string,
  sid: string,
  { withAddress }: { withAddress: boolean },
): Promise<SessionLeaf[] | null> {
  const found = await selectFirst(
    z.object({ facts: factsColumn }),
    Prisma.sql`SELECT s.facts FROM session s WHERE s."workspaceId" = ${workspaceId} AND s.sid = ${sid}`,
  );
  if (!found) return null;
  const sources = provenanceOf(found.facts);
  return Object.entries(found.facts).flatMap(([name, { value }]) => {
    const source = sources[name];
    return source && (withAddress || !PERSONAL.includes(name)) ? [{ name, value, source }] : [];
  });
}
