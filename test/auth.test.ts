import { afterEach, expect, test } from "vitest";
import { getSessionUser, revokeSession, startSession } from "#lib/auth/auth-session.ts";
import { completeSetup } from "#lib/auth/complete-setup.ts";
import { verifyCredentials } from "#lib/auth/credentials.ts";
import { createSetupLink, hasAdministrator, isSetupToken } from "#lib/auth/setup-token.ts";
import { createUser, resetPassword } from "#lib/auth/users.ts";
import { setClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { createWorkspace } from "#lib/workspaces/create-workspace.ts";
import { listWorkspacesOf } from "#lib/workspaces/memberships.ts";
import { withTestDatabase } from "#test/database.ts";

withTestDatabase();

afterEach(async () => {
  await db().workspace.deleteMany();
  await db().user.deleteMany();
  await db().signInToken.deleteMany();
  await db().rateLimiterFlexible.deleteMany();
});

const PASSWORD = "a long enough password";
const DAY = 24 * 60 * 60 * 1000;
const newWorkspace = (name = "Northwind", email = "Ida@Northwind.example") => ({
  name,
  admin: { email, name: "Ida Berg", password: PASSWORD },
});
const tokenOf = (link: string) => new URL(link).searchParams.get("token") ?? "";
const attempt = (password: string, address = "192.0.2.1", email = "ida@northwind.example") =>
  verifyCredentials({ email, password, address });

test("a set-up link works once, and none does once there is an admin", async () => {
  expect(await hasAdministrator()).toBe(false);
  const [first, second] = [tokenOf(await createSetupLink()), tokenOf(await createSetupLink())];
  expect(await isSetupToken(first)).toBe(true);
  const made = await completeSetup(first, newWorkspace());
  expect(made.slug).toBe("northwind");
  expect(await hasAdministrator()).toBe(true);
  expect(await isSetupToken(second)).toBe(false);
  await expect(completeSetup(first, newWorkspace("B", "b@b.example"))).rejects.toThrow("used");
  await expect(completeSetup(second, newWorkspace("B", "b@b.example"))).rejects.toThrow("used");
  expect(await db().user.count()).toBe(1);
});

test("two set-ups at the same moment make one admin", async () => {
  const links = await Promise.all([createSetupLink(), createSetupLink()]);
  const results = await Promise.allSettled(
    links.map((link, i) => completeSetup(tokenOf(link), newWorkspace(`N${i}`, `n${i}@n.example`))),
  );
  expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db().workspace.count()).toBe(1);
});

test("a set-up that fails leaves its token usable; an expired or foreign token is refused", async () => {
  const token = tokenOf(await createSetupLink());
  const weak = { ...newWorkspace(), admin: { ...newWorkspace().admin, password: "short" } };
  await expect(completeSetup(token, weak)).rejects.toThrow("at least 12");
  expect(await isSetupToken(token)).toBe(true);
  expect(await isSetupToken("A".repeat(43))).toBe(false);
  const restore = setClock(() => Date.now() + DAY + 1000);
  expect(await isSetupToken(token)).toBe(false);
  restore();
});

test("workspaces of one name get different slugs; reserved names and known e-mails are refused", async () => {
  expect((await createWorkspace(newWorkspace("Acme", "a@a.example"))).slug).toBe("acme");
  const second = await createWorkspace(newWorkspace("ACME!", "b@a.example"));
  expect(second.slug).toBe("acme-2");
  await expect(createWorkspace(newWorkspace("API", "c@a.example"))).rejects.toThrow("another name");
  await expect(createWorkspace(newWorkspace("C", "A@a.example"))).rejects.toThrow("already here");
  const listed = await listWorkspacesOf(second.userId);
  expect(listed).toMatchObject([{ slug: "acme-2", role: "admin", timezone: "UTC" }]);
});

test("the right password signs in; all that is wrong sounds the same", async () => {
  const { userId } = await createWorkspace(newWorkspace());
  expect(await attempt(PASSWORD)).toEqual({ id: userId, name: "Ida Berg" });
  const wrong = { code: "unauthenticated", message: "The e-mail or the password isn’t right." };
  await expect(attempt("another password")).rejects.toMatchObject(wrong);
  await expect(attempt(PASSWORD, "192.0.2.1", "no@body.example")).rejects.toMatchObject(wrong);
  await db().user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
  await expect(attempt(PASSWORD)).rejects.toMatchObject(wrong);
});

test("guessing is stopped per address, success is not counted, parallel guesses are", async () => {
  await createWorkspace(newWorkspace());
  for (let i = 0; i < 12; i++) await attempt(PASSWORD);
  const guesses = await Promise.allSettled(Array.from({ length: 15 }, () => attempt("wrong")));
  const codes = guesses.map((guess) => guess.status === "rejected" && guess.reason.code);
  expect(codes.filter((code) => code === "unauthenticated")).toHaveLength(10);
  await expect(attempt(PASSWORD)).rejects.toMatchObject({ code: "rate_limited" });
  await expect(attempt(PASSWORD)).rejects.toThrow("Wait 15 minutes");
  await expect(attempt(PASSWORD, "198.51.100.7")).resolves.toBeTruthy();
});

test("guessing is stopped per e-mail, from however many addresses", async () => {
  await createWorkspace(newWorkspace());
  for (let i = 0; i < 50; i++) {
    await expect(attempt("wrong", `192.0.2.${i}`)).rejects.toMatchObject({
      code: "unauthenticated",
    });
  }
  await expect(attempt(PASSWORD, "198.51.100.7")).rejects.toMatchObject({ code: "rate_limited" });
});

test("a session ends by revoking, by time and by disabling its user", async () => {
  const { userId } = await createWorkspace(newWorkspace());
  const [one, two] = [await startSession(userId, "Browser/1"), await startSession(userId, null)];
  expect(await getSessionUser(one)).toMatchObject({ id: userId, sessionId: one });
  await revokeSession(one);
  expect(await getSessionUser(one)).toBeNull();
  expect(await getSessionUser("ses_unknown")).toBeNull();
  const restore = setClock(() => Date.now() + 31 * DAY);
  expect(await getSessionUser(two)).toBeNull();
  restore();
  await db().user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
  expect(await getSessionUser(two)).toBeNull();
});

test("the operator can add a user and reset a password, which signs out everywhere", async () => {
  const { slug } = await createWorkspace(newWorkspace());
  const kim = {
    email: "Kim@northwind.example",
    name: "Kim",
    password: PASSWORD,
    role: "rep",
  } as const;
  const id = await createUser({ ...kim, workspaceSlug: slug });
  await expect(createUser({ ...kim, workspaceSlug: slug })).rejects.toThrow("already here");
  await expect(createUser({ ...kim, workspaceSlug: "nowhere" })).rejects.toThrow("no workspace");
  const session = await startSession(id, null);
  await resetPassword("kim@northwind.example", "quite another password");
  expect(await getSessionUser(session)).toBeNull();
  await expect(attempt(PASSWORD, "192.0.2.9", kim.email)).rejects.toThrow("isn’t right");
  expect(await attempt("quite another password", "192.0.2.9", kim.email)).toMatchObject({ id });
});
