import { expect, test } from "vitest";
import type { Role } from "#lib/auth/permissions.ts";
import { navigationFor } from "#lib/navigation.ts";

const labels = (role: Role) =>
  navigationFor(role).flatMap((section) => section.entries.map((entry) => entry.label));

test("reps and marketers see the three rooms, admins the settings too", () => {
  expect(labels("rep")).toEqual(["Visitors", "Companies", "Attribution"]);
  expect(labels("marketer")).toEqual(labels("rep"));
  expect(labels("admin")).toEqual([
    ...labels("rep"),
    ...["Webhooks", "Deliveries", "People", "API keys"],
  ]);
  expect(navigationFor("rep")).toHaveLength(1);
});
