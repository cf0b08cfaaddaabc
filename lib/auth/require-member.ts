import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { CurrentUser } from "#lib/auth/auth-session.ts";
import { meets, type Permission, type Role } from "#lib/auth/permissions.ts";
import { safeNext } from "#lib/auth/safe-next.ts";
import { getCurrentUser } from "#lib/auth/session.ts";
import { FoyerError } from "#lib/errors.ts";
import { getMembership, type WorkspaceInfo } from "#lib/workspaces/memberships.ts";
import { isSlug } from "#lib/workspaces/slug.ts";

/** The signed-in person in one workspace. */
export interface Member {
  user: CurrentUser;
  workspace: WorkspaceInfo;
  role: Role;
}

/** The caller's membership; null when signed out or not a member. Read once per request. Not a gate. */
export const getMember = cache(async (workspaceSlug: string): Promise<Member | null> => {
  const user = await getCurrentUser();
  if (!user) return null;
  const membership = await getMembership(user.id, workspaceSlug);
  return membership && { user, ...membership };
});

/**
 * The gate of every page: the member, or no return. Signed out: to /sign-in and back. Not a member, or
 * no such workspace: the same 404. `need` (a least role or a permission) not met: the 403 page.
 */
export async function requireMember(
  workspaceSlug: string,
  need: Role | Permission = "rep",
): Promise<Member> {
  const member = await getMember(workspaceSlug);
  if (member) return meets(member.role, need) ? member : forbidden();
  // `/favicon.ico` and the like are no workspace that signing in would open.
  if (!isSlug(workspaceSlug) || (await getCurrentUser())) notFound();
  const wanted = safeNext((await headers()).get("x-foyer-path"), `/${workspaceSlug}/visitors`);
  return redirect(`/sign-in?next=${encodeURIComponent(wanted)}`);
}

/**
 * The gate of actions and routes: the member, or a FoyerError (`unauthenticated`, `not_found` or
 * `forbidden`) to turn into an answer.
 */
export async function requireMemberForAction(
  workspaceSlug: string,
  need: Role | Permission = "rep",
): Promise<Member> {
  const member = await getMember(workspaceSlug);
  if (!member) {
    if (await getCurrentUser()) throw new FoyerError("not_found", "There is no such workspace.");
    throw new FoyerError("unauthenticated", "You have been signed out. Sign in, then try again.");
  }
  if (!meets(member.role, need)) {
    throw new FoyerError("forbidden", "Your role doesn’t allow this. Ask an admin.");
  }
  return member;
}
