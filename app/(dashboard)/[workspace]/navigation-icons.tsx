import {
  BellRing,
  Building2,
  ChartNoAxesColumn,
  CircleUserRound,
  FileUp,
  Flag,
  Gauge,
  Inbox,
  KeyRound,
  ListChecks,
  Settings,
  ShieldCheck,
  Signpost,
  Split,
  Tags,
  Target,
  UserRound,
  UserRoundCheck,
  Users,
  Webhook,
} from "lucide-react";
import type { ReactNode } from "react";
import type { NavSection } from "#components/layout/sidebar.tsx";
import type { NavigationIcon, NavigationSection } from "#lib/navigation.ts";

export const NAVIGATION_ICONS: Record<NavigationIcon, ReactNode> = {
  worklist: <Target />,
  assignment: <Split />,
  visitors: <UserRound />,
  companies: <Building2 />,
  attribution: <ChartNoAxesColumn />,
  tags: <Tags />,
  import: <FileUp />,
  corrections: <UserRoundCheck />,
  settings: <Settings />,
  account: <CircleUserRound />,
  goals: <Flag />,
  channels: <Signpost />,
  alerts: <BellRing />,
  tasks: <ListChecks />,
  webhooks: <Webhook />,
  deliveries: <Inbox />,
  people: <Users />,
  scoring: <Gauge />,
  "api-keys": <KeyRound />,
  privacy: <ShieldCheck />,
};

/** The links of a navigation, below `/{workspace}`. */
export function navSections(base: string, sections: readonly NavigationSection[]): NavSection[] {
  // The page of all settings stands for those that have no link of their own.
  const own = sections.flatMap(({ entries }) => entries.map(({ path }) => base + path));
  return sections.map(({ label, entries }) => ({
    ...(label && { label }),
    items: entries.map((entry) => ({
      href: base + entry.path,
      label: entry.label,
      icon: NAVIGATION_ICONS[entry.icon],
      ...(entry.path === "/settings" && {
        except: own.filter((href) => href.startsWith(`${base}/settings/`)),
      }),
    })),
  }));
}
