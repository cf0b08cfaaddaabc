import { can, type Permission, type Role } from "#lib/auth/permissions.ts";

export type NavigationIcon =
  | "worklist"
  | "assignment"
  | "visitors"
  | "companies"
  | "attribution"
  | "tags"
  | "goals"
  | "channels"
  | "tasks"
  | "alerts"
  | "webhooks"
  | "deliveries"
  | "people"
  | "scoring"
  | "api-keys";

export interface NavigationEntry {
  label: string;
  /** Below `/{workspace}`. */
  path: string;
  icon: NavigationIcon;
  /** Who sees it. Hiding is kindness, not protection: each page has its own gate. */
  need: Permission;
}

export interface NavigationSection {
  label?: string;
  entries: readonly NavigationEntry[];
}

/** The one list of where one can go. A new page adds a line here. */
const NAVIGATION: readonly NavigationSection[] = [
  {
    entries: [
      { label: "Worklist", path: "/worklist", icon: "worklist", need: "leads.write" },
      { label: "Visitors", path: "/visitors", icon: "visitors", need: "visitors.read" },
      { label: "Companies", path: "/companies", icon: "companies", need: "companies.read" },
      { label: "Tasks", path: "/tasks", icon: "tasks", need: "leads.write" },
      { label: "Alerts", path: "/alerts", icon: "alerts", need: "leads.write" },
      { label: "Attribution", path: "/attribution", icon: "attribution", need: "attribution.read" },
    ],
  },
  {
    label: "Settings",
    entries: [
      { label: "Tags", path: "/settings/tags", icon: "tags", need: "leads.write" },
      { label: "Channels", path: "/settings/channels", icon: "channels", need: "goals.manage" },
      { label: "Goals", path: "/settings/goals", icon: "goals", need: "goals.manage" },
      { label: "Webhooks", path: "/settings/webhooks", icon: "webhooks", need: "webhooks.manage" },
      {
        label: "Deliveries",
        path: "/settings/deliveries",
        icon: "deliveries",
        need: "deliveries.read",
      },
      {
        label: "Assignment",
        path: "/settings/assignment",
        icon: "assignment",
        need: "people.manage",
      },
      { label: "People", path: "/settings/people", icon: "people", need: "people.manage" },
      { label: "Scoring", path: "/settings/scoring", icon: "scoring", need: "scoring.manage" },
      { label: "API keys", path: "/settings/api-keys", icon: "api-keys", need: "apikeys.manage" },
    ],
  },
];

/** The navigation of a role; sections without an entry are left out. */
export function navigationFor(role: Role): NavigationSection[] {
  return NAVIGATION.map((section) => ({
    ...section,
    entries: section.entries.filter((entry) => can(role, entry.need)),
  })).filter((section) => section.entries.length > 0);
}
