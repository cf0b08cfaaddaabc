import { Bell, Mail, MessageSquare, Webhook } from "lucide-react";
import type { ReactNode } from "react";
import type { ChannelKind } from "#lib/alerts/rule.ts";

/** The name and the sign of each channel. */
export const CHANNEL_LOOK: Readonly<Record<ChannelKind, { label: string; icon: ReactNode }>> = {
  app: { label: "In the app", icon: <Bell aria-hidden="true" className="size-4" /> },
  email: { label: "E-mail", icon: <Mail aria-hidden="true" className="size-4" /> },
  slack: { label: "Slack", icon: <MessageSquare aria-hidden="true" className="size-4" /> },
  webhook: { label: "Webhook", icon: <Webhook aria-hidden="true" className="size-4" /> },
};
