import { can, type Role } from "#lib/auth/permissions.ts";

/** Who asks. */
export interface Asking {
  userId: string;
  role: Role;
}

/** A rule of the workspace is seen by everybody, a personal one by its person alone. */
export function maySee(rule: { ownerId: string | null }, { userId }: Asking): boolean {
  return rule.ownerId === null || rule.ownerId === userId;
}

/** A personal rule is its person's; those of the workspace are the admins'. */
export function mayChange(rule: { ownerId: string | null }, { userId, role }: Asking): boolean {
  return rule.ownerId === null ? can(role, "alerts.manage") : rule.ownerId === userId;
}
