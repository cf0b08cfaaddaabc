/** What a member is in one workspace, weakest first: each role may do all that the ones before it may. */
export const ROLES = ["rep", "marketer", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Which role a permission begins with. Personal network data (IP, phones) is the admin's alone. */
const FIRST_ROLE = {
  "visitors.read": "rep",
  "companies.read": "rep",
  "attribution.read": "rep",
  "leads.write": "rep",
  "goals.manage": "marketer",
  "reports.share": "marketer",
  "webhooks.manage": "admin",
  "deliveries.read": "admin",
  "deliveries.payload": "admin",
  "people.manage": "admin",
  "apikeys.manage": "admin",
  "scoring.manage": "admin",
  "alerts.manage": "admin",
  "privacy.manage": "admin",
  "personal.network": "admin",
} as const satisfies Record<string, Role>;

export type Permission = keyof typeof FIRST_ROLE;
export const PERMISSIONS = Object.keys(FIRST_ROLE) as readonly Permission[];

/** True when `text` is one of the roles. */
export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** True when `role` is `minimum` or above it. */
export function isAtLeast(role: Role, minimum: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(minimum);
}

/** True when the role holds the permission. */
export function can(role: Role, permission: Permission): boolean {
  return isAtLeast(role, FIRST_ROLE[permission]);
}

/** True when the role meets a need that is named as a role ("at least") or as a permission. */
export function meets(role: Role, need: Role | Permission): boolean {
  return need in FIRST_ROLE ? can(role, need as Permission) : isAtLeast(role, need as Role);
}
