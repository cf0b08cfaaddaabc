import {
  BellRing,
  Building2,
  ChartNoAxesColumn,
  Flag,
  Gauge,
  Inbox,
  KeyRound,
  ListChecks,
  Signpost,
  Split,
  Tags,
  Target,
  UserRound,
  Users,
  Webhook,
} from "lucide-react";
import type { ReactNode } from "react";
import type { NavigationIcon } from "#lib/navigation.ts";

export const NAVIGATION_ICONS: Record<NavigationIcon, ReactNode> = {
  worklist: <Target />,
  assignment: <Split />,
  visitors: <UserRound />,
  companies: <Building2 />,
  attribution: <ChartNoAxesColumn />,
  tags: <Tags />,
  goals: <Flag />,
  channels: <Signpost />,
  alerts: <BellRing />,
  tasks: <ListChecks />,
  webhooks: <Webhook />,
  deliveries: <Inbox />,
  people: <Users />,
  scoring: <Gauge />,
  "api-keys": <KeyRound />,
};
