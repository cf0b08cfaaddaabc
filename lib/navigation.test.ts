import { expect, test } from "vitest";
import type { Role } from "#lib/auth/permissions.ts";
import { navigationFor } from "#lib/navigation.ts";

const labels = (role: Role) =>
  navigationFor(role).flatMap((section) => section.entries.map((entry) => entry.label));

test("reps and marketers see the rooms and their tags, admins all settings", () => {
  expect(labels("rep")).toEqual([
    "Worklist",
    "Visitors",
    "Companies",
    "Tasks",
    "Attribution",
    "Tags",
  ]);
  expect(labels("marketer")).toEqual(labels("rep"));
  expect(labels("admin")).toEqual([
    ...labels("rep"),
    ...["Webhooks", "Deliveries", "Assignment", "People", "Scoring", "API keys"],
  ]);
  expect(navigationFor("rep")).toHaveLength(2);
});
