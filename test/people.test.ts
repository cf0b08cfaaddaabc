import { beforeEach, expect, test } from "vitest";
import { getSessionUser, startSession } from "#lib/auth/auth-session.ts";
import { createUser } from "#lib/auth/users.ts";
import { setClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { joinByInvitation, registerByInvitation } from "#lib/workspaces/accept-invitation.ts";
import {
  changeRole,
  disableMember,
  enableMember,
  removeMember,
  signOutEverywhere,
} from "#lib/workspaces/change-members.ts";
import { createWorkspace } from "#lib/workspaces/create-workspace.ts";
import {
  createInvitation,
  getOpenInvitation,
  listPendingInvitations,
  revokeInvitation,
} from "#lib/workspaces/invitations.ts";
import { listMembers } from "#lib/workspaces/list-members.ts";
import { withTestDatabase } from "#test/database.ts";

withTestDatabase();

const PASSWORD = "a long enough password";
const tokenOf = (link: string) => new URL(link).searchParams.get("token") ?? "";
const account = { name: "Lou Park", password: PASSWORD };

let workspaceId = "";
let ada = "";
let rep = "";
const by = (userId: string, actorId = ada) => ({ workspaceId, actorId, userId });
const roleOf = async (id: string) =>
  (await listMembers(workspaceId, new Date())).find((member) => member.userId === id)?.role;

beforeEach(async () => {
  await db().workspace.deleteMany();
  await db().user.deleteMany();
  const admin = { email: "ada@acme.example", name: "Ada", password: PASSWORD };
  const made = await createWorkspace({ name: "Acme", admin });
  workspaceId = made.workspaceId;
  ada = made.userId;
  const user = { email: "rob@acme.example", name: "Rob", password: PASSWORD, role: "rep" as const };
  rep = await createUser({ ...user, workspaceSlug: "acme" });
});

test("the last admin can't be demoted, removed or disabled", async () => {
  await expect(changeRole(by(ada), "rep")).rejects.toThrow("Ada is the last admin");
  await expect(removeMember(by(ada))).rejects.toThrow("last admin");
  await expect(disableMember(by(ada, rep))).rejects.toMatchObject({ code: "conflict" });
  await changeRole(by(rep), "admin");
  await changeRole(by(ada), "marketer");
  expect([await roleOf(ada), await roleOf(rep)]).toEqual(["marketer", "admin"]);
});

test("a disabled admin does not count as one", async () => {
  await changeRole(by(rep), "admin");
  await disableMember(by(rep));
  await expect(changeRole(by(ada), "rep")).rejects.toThrow("last admin");
});

test("two admins who demote each other at once leave one", async () => {
  await changeRole(by(rep), "admin");
  const results = await Promise.allSettled([
    changeRole(by(ada, rep), "rep"),
    changeRole(by(rep, ada), "rep"),
  ]);
  expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("disabling ends open sessions and keeps the person out; enabling lets in again", async () => {
  const session = await startSession(rep, null);
  await disableMember(by(rep));
  expect(await getSessionUser(session)).toBeNull();
  expect(await listMembers(workspaceId, new Date())).toMatchObject([
    { name: "Ada", isDisabled: false },
    { name: "Rob", isDisabled: true, openSessions: 0 },
  ]);
  await enableMember(by(rep));
  expect(await getSessionUser(session)).toBeNull();
  expect(await getSessionUser(await startSession(rep, null))).toMatchObject({ id: rep });
});

test("an account shared with another workspace can be removed from this one, not switched off", async () => {
  const admin = { email: "zoe@zeta.example", name: "Zoe", password: PASSWORD };
  const zeta = await createWorkspace({ name: "Zeta", admin });
  const zoe = { id: zeta.userId, email: admin.email, name: "Zoe", timezone: null, sessionId: "" };
  await joinByInvitation(
    tokenOf(await createInvitation(workspaceId, ada, { email: zoe.email, role: "rep" })),
    zoe,
  );
  await expect(disableMember(by(zoe.id))).rejects.toThrow("don’t administer");
  await removeMember(by(zoe.id));
  expect(await roleOf(zoe.id)).toBeUndefined();
  expect(await db().user.count({ where: { id: zoe.id } })).toBe(1);
  await expect(removeMember(by(zoe.id))).rejects.toMatchObject({ code: "not_found" });
});

test("signing out everywhere ends sessions and is on record", async () => {
  const session = await startSession(rep, null);
  await signOutEverywhere(by(rep));
  expect(await getSessionUser(session)).toBeNull();
  const entry = { action: "member.signed_out", actorId: ada, target: rep };
  const found = await db().auditEntry.findFirst({ where: { workspaceId, ...entry } });
  expect(found?.detail).toEqual({ sessionsEnded: 1 });
});

test("an invitation is accepted once, by a new account, with its role", async () => {
  const token = tokenOf(
    await createInvitation(workspaceId, ada, { email: "lou@acme.example", role: "marketer" }),
  );
  expect(await listPendingInvitations(workspaceId)).toMatchObject([{ email: "lou@acme.example" }]);
  const results = await Promise.allSettled([
    registerByInvitation(token, account),
    registerByInvitation(token, account),
  ]);
  expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await listMembers(workspaceId, new Date())).map((member) => member.name)).toEqual([
    "Ada",
    "Lou Park",
    "Rob",
  ]);
  await expect(registerByInvitation(token, account)).rejects.toMatchObject({ code: "gone" });
  expect(await listPendingInvitations(workspaceId)).toEqual([]);
});

test("an invitation is worth nothing when revoked, replaced, expired or another's", async () => {
  const invite = async () =>
    tokenOf(await createInvitation(workspaceId, ada, { email: "lou@acme.example", role: "rep" }));
  const [replaced, token] = [await invite(), await invite()];
  expect(await getOpenInvitation(replaced)).toBeNull();
  const stranger = {
    id: rep,
    email: "rob@acme.example",
    name: "Rob",
    timezone: null,
    sessionId: "",
  };
  await expect(joinByInvitation(token, stranger)).rejects.toMatchObject({ code: "forbidden" });
  const restore = setClock(() => Date.now() + 8 * 24 * 60 * 60 * 1000);
  expect(await getOpenInvitation(token)).toBeNull();
  restore();
  const [pending] = await listPendingInvitations(workspaceId);
  await revokeInvitation(workspaceId, ada, pending?.id ?? "");
  expect(await getOpenInvitation(token)).toBeNull();
  const again = createInvitation(workspaceId, ada, { email: "rob@acme.example", role: "admin" });
  await expect(again).rejects.toThrow("already a member");
});
