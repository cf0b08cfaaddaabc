import { expect, test } from "vitest";
import type { Role } from "#lib/auth/permissions.ts";
import { navigationFor } from "#lib/navigation.ts";

const labels = (role: Role) =>
  navigationFor(role).flatMap((section) => section.entries.map((entry) => entry.label));

test("reps see the rooms and their tags, marketers also the goals, admins all settings", () => {
  expect(labels("rep")).toEqual([
    "Worklist",
    "Visitors",
    "Companies",
    "Tasks",
    "Alerts",
    "Attribution",
    "Tags",
  ]);
  expect(labels("marketer")).toEqual([...labels("rep"), "Channels", "Goals"]);
  expect(labels("admin")).toEqual([
    ...labels("marketer"),
    ...["Webhooks", "Deliveries", "Assignment", "People", "Scoring", "API keys"],
  ]);
  expect(navigationFor("rep")).toHaveLength(2);
});
