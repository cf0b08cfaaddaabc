import { can, type Permission, type Role } from "#lib/auth/permissions.ts";

export type NavigationIcon =
  | "worklist"
  | "assignment"
  | "visitors"
  | "companies"
  | "attribution"
  | "tags"
  | "import"
  | "goals"
  | "channels"
  | "corrections"
  | "tasks"
  | "alerts"
  | "webhooks"
  | "deliveries"
  | "people"
  | "scoring"
  | "settings"
  | "account"
  | "api-keys"
  | "privacy";

export interface NavigationEntry {
  label: string;
  /** Below `/{workspace}`. */
  path: string;
  icon: NavigationIcon;
  /** Who sees it. Hiding is kindness, not protection: each page has its own gate. */
  need: Permission;
  /** Of a setting: what it is for, on the page of all settings. */
  about?: string;
  /** Of a setting: needed so seldom that the page of all settings and the palette lead there, not the sidebar. */
  isRare?: boolean;
}

export interface NavigationSection {
  label?: string;
  entries: readonly NavigationEntry[];
}

const ROOMS: readonly NavigationEntry[] = [
  { label: "Worklist", path: "/worklist", icon: "worklist", need: "leads.write" },
  { label: "Visitors", path: "/visitors", icon: "visitors", need: "visitors.read" },
  { label: "Companies", path: "/companies", icon: "companies", need: "companies.read" },
  { label: "Tasks", path: "/tasks", icon: "tasks", need: "leads.write" },
  { label: "Alerts", path: "/alerts", icon: "alerts", need: "leads.write" },
  { label: "Attribution", path: "/attribution", icon: "attribution", need: "attribution.read" },
];

/** The one list of settings. A new page of settings adds an entry here. */
const SETTINGS: readonly NavigationSection[] = [
  {
    label: "Sales",
    entries: [
      {
        label: "Tags",
        path: "/settings/tags",
        icon: "tags",
        need: "leads.write",
        about: "Words of your own on visitors",
        isRare: true,
      },
      {
        label: "Import",
        path: "/settings/import",
        icon: "import",
        need: "leads.write",
        about: "Owners, statuses and tags from a CSV file",
        isRare: true,
      },
      {
        label: "Corrections",
        path: "/visitors/corrections",
        icon: "corrections",
        need: "leads.write",
        about: "Merged and separated people, and the way back",
        isRare: true,
      },
      {
        label: "Assignment",
        path: "/settings/assignment",
        icon: "assignment",
        need: "people.manage",
        about: "Who gets a new account, and when it is late",
        isRare: true,
      },
      {
        label: "Scoring",
        path: "/settings/scoring",
        icon: "scoring",
        need: "scoring.manage",
        about: "What makes a visitor worth a call",
        isRare: true,
      },
    ],
  },
  {
    label: "Marketing",
    entries: [
      {
        label: "Channels",
        path: "/settings/channels",
        icon: "channels",
        need: "goals.manage",
        about: "Which visit belongs to which channel",
        isRare: true,
      },
      {
        label: "Goals",
        path: "/settings/goals",
        icon: "goals",
        need: "goals.manage",
        about: "Pages and links that count as a conversion",
        isRare: true,
      },
    ],
  },
  {
    label: "Workspace",
    entries: [
      {
        label: "Webhooks",
        path: "/settings/webhooks",
        icon: "webhooks",
        need: "webhooks.manage",
        about: "Where events come in, and their secrets",
      },
      {
        label: "Deliveries",
        path: "/settings/deliveries",
        icon: "deliveries",
        need: "deliveries.read",
        about: "Every event that came in, and its fate",
      },
      {
        label: "People",
        path: "/settings/people",
        icon: "people",
        need: "people.manage",
        about: "Who works here, and what they may do",
      },
      {
        label: "API keys",
        path: "/settings/api-keys",
        icon: "api-keys",
        need: "apikeys.manage",
        about: "For programs that read this workspace",
        isRare: true,
      },
      {
        label: "Privacy",
        path: "/settings/privacy",
        icon: "privacy",
        need: "privacy.manage",
        about: "What is not stored, how long it stays, who is kept out",
        isRare: true,
      },
    ],
  },
  {
    label: "You",
    entries: [
      {
        label: "Your account",
        path: "/settings/account",
        icon: "account",
        need: "leads.write",
        about: "Your time zone, theme and notifications",
        isRare: true,
      },
    ],
  },
];

const ALL_SETTINGS: NavigationEntry = {
  label: "All settings",
  path: "/settings",
  icon: "settings",
  need: "leads.write",
};

const allowed = (role: Role, entries: readonly NavigationEntry[]) =>
  entries.filter((entry) => can(role, entry.need));

/** The settings of a role in their groups; groups without an entry are left out. */
export function settingsFor(role: Role): NavigationSection[] {
  return SETTINGS.map((section) => ({
    ...section,
    entries: allowed(role, section.entries),
  })).filter((section) => section.entries.length > 0);
}

/** Everywhere that a role can go; the sidebar leaves out what is rare. */
export function navigationFor(role: Role): NavigationSection[] {
  const settings = settingsFor(role).flatMap(({ entries }) => entries);
  return [
    { entries: allowed(role, ROOMS) },
    { label: "Settings", entries: [...settings, ALL_SETTINGS] },
  ];
}
