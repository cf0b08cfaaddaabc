import { expect, test } from "vitest";
import { can, isAtLeast, isRole, meets, PERMISSIONS, ROLES } from "#lib/auth/permissions.ts";

test("each role may do all that the ones before it may", () => {
  const held = ROLES.map((role) => PERMISSIONS.filter((permission) => can(role, permission)));
  for (const [index, permissions] of held.entries()) {
    expect(permissions).toEqual(expect.arrayContaining(held[index - 1] ?? []));
  }
  expect(held.at(-1)).toEqual(PERMISSIONS);
});

test("reps read and work leads, marketers keep goals and hand on reports besides; the rest is the admin's", () => {
  const held = (role: "rep" | "marketer") => PERMISSIONS.filter((one) => can(role, one));
  const open = ["visitors.read", "companies.read", "attribution.read", "leads.write"];
  expect(held("rep")).toEqual(open);
  expect(held("marketer")).toEqual([...open, "goals.manage", "reports.share"]);
});

test("a need is a least role or a permission", () => {
  expect(meets("marketer", "rep")).toBe(true);
  expect(meets("marketer", "admin")).toBe(false);
  expect(meets("marketer", "visitors.read")).toBe(true);
  expect(meets("marketer", "personal.network")).toBe(false);
  expect(isAtLeast("admin", "admin")).toBe(true);
});

test("other words are no roles", () => {
  expect(isRole("admin")).toBe(true);
  expect(isRole("owner")).toBe(false);
  expect(isRole("toString")).toBe(false);
});
