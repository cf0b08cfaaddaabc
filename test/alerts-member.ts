import { randomUUID } from "node:crypto";
import { db } from "#lib/db/client.ts";
import { newId } from "#lib/ids.ts";

/** A new person in a workspace; the user's id. */
export async function makeMember(workspaceId: string, role = "rep", name = "Ada Example") {
  const id = newId("usr");
  await db().user.create({ data: { id, email: `${randomUUID()}@example.com`, name } });
  await db().membership.create({ data: { workspaceId, userId: id, role } });
  return id;
}
