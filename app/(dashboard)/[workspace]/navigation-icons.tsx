import {
  Building2,
  ChartNoAxesColumn,
  Inbox,
  KeyRound,
  UserRound,
  Users,
  Webhook,
} from "lucide-react";
import type { ReactNode } from "react";
import type { NavigationIcon } from "#lib/navigation.ts";

export const NAVIGATION_ICONS: Record<NavigationIcon, ReactNode> = {
  visitors: <UserRound />,
  companies: <Building2 />,
  attribution: <ChartNoAxesColumn />,
  webhooks: <Webhook />,
  deliveries: <Inbox />,
  people: <Users />,
  "api-keys": <KeyRound />,
};
