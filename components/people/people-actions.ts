import type { Role } from "#lib/auth/permissions.ts";

/** A change that answers nothing when it is done, and what stood in its way when it isn't. */
export type Outcome = Promise<string | undefined>;

/** What an admin can do to a member; the page binds them to its workspace. */
export interface MemberActions {
  changeRole: (userId: string, role: Role) => Outcome;
  signOutEverywhere: (userId: string) => Outcome;
  setDisabled: (userId: string, disabled: boolean) => Outcome;
  remove: (userId: string) => Outcome;
}
