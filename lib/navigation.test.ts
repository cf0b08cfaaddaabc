import { expect, test } from "vitest";
import type { Role } from "#lib/auth/permissions.ts";
import { navigationFor, settingsFor } from "#lib/navigation.ts";

const ROOMS = ["Worklist", "Visitors", "Companies", "Tasks", "Alerts", "Attribution"];
const entries = (role: Role) => navigationFor(role).flatMap((section) => section.entries);
const sidebar = (role: Role) =>
  entries(role)
    .filter(({ isRare }) => !isRare)
    .map(({ label }) => label);
const groups = (role: Role) =>
  Object.fromEntries(
    settingsFor(role).map((group) => [group.label, group.entries.map(({ label }) => label)]),
  );

test("the sidebar has the rooms, and of the settings what is needed often", () => {
  expect(sidebar("rep")).toEqual([...ROOMS, "All settings"]);
  expect(sidebar("marketer")).toEqual([...ROOMS, "All settings"]);
  expect(sidebar("admin")).toEqual([...ROOMS, "Webhooks", "Deliveries", "People", "All settings"]);
});

test("the page of all settings has those of the role, each with what it is for", () => {
  expect(groups("rep")).toEqual({
    Sales: ["Tags", "Import", "Corrections"],
    You: ["Your account"],
  });
  expect(groups("marketer")).toEqual({ ...groups("rep"), Marketing: ["Channels", "Goals"] });
  expect(groups("admin")).toMatchObject({
    Sales: ["Tags", "Import", "Corrections", "Assignment", "Scoring"],
    Workspace: expect.arrayContaining(["Webhooks", "Deliveries", "People", "API keys"]),
  });
  const everything = settingsFor("admin").flatMap((group) => group.entries);
  expect(everything.filter(({ about }) => !about)).toEqual([]);
});

test("the palette leads everywhere", () => {
  for (const role of ["rep", "marketer", "admin"] as const) {
    const paths = entries(role).map(({ path }) => path);
    const all = settingsFor(role).flatMap((group) => group.entries.map(({ path }) => path));
    expect(paths).toEqual(expect.arrayContaining(all));
    expect(new Set(paths).size).toBe(paths.length);
  }
});
