import type { Role } from "#lib/auth/permissions.ts";

export const ROLE_LABEL: Record<Role, string> = {
  rep: "Rep",
  marketer: "Marketer",
  admin: "Admin",
};

/** The roles as the choices of a select, weakest first. */
export const ROLE_ITEMS: readonly { value: Role; label: string; hint?: string }[] = [
  { value: "rep", label: ROLE_LABEL.rep, hint: "works the visitors" },
  { value: "marketer", label: ROLE_LABEL.marketer, hint: "reads what brought them" },
  { value: "admin", label: ROLE_LABEL.admin, hint: "and all settings" },
];
