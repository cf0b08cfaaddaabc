import {
  Building2,
  ChartNoAxesColumn,
  Inbox,
  KeyRound,
  ListChecks,
  ListChecks,
  Split,
  Tags,
  UserRound,
  Users,
  Webhook,
} from "lucide-react";
import type { ReactNode } from "react";
import type { NavigationIcon } from "#lib/navigation.ts";

export const NAVIGATION_ICONS: Record<NavigationIcon, ReactNode> = {
  worklist: <ListChecks />,
  assignment: <Split />,
  visitors: <UserRound />,
  companies: <Building2 />,
  attribution: <ChartNoAxesColumn />,
  tags: <Tags />,
  tasks: <ListChecks />,
  webhooks: <Webhook />,
  deliveries: <Inbox />,
  people: <Users />,
  "api-keys": <KeyRound />,
};
