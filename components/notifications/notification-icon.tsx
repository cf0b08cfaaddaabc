import {
  AtSign,
  BellRing,
  FlaskConical,
  Info,
  ListChecks,
  Mail,
  Split,
  UserRoundCheck,
} from "lucide-react";

const ICONS: Readonly<Record<string, typeof Info>> = {
  alert: BellRing,
  test: FlaskConical,
  mention: AtSign,
  task: ListChecks,
  owner: UserRoundCheck,
  dealt: Split,
  report: Mail,
};

/** What a notification is about, at a glance; its title says it in words. */
export function NotificationIcon({ kind }: { kind: string }) {
  const Icon = ICONS[kind] ?? Info;
  return <Icon aria-hidden="true" className="size-4" />;
}
