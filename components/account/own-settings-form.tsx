"use client";

import { type FormEvent, useId, useState, useTransition } from "react";
import { ThemeSwitcher } from "#components/layout/theme-switcher.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { formatDateTime } from "#lib/format.ts";
import type { NoticeKind } from "#lib/workspaces/own-settings.ts";

export type OwnSettingsFormProps = {
  timezone: string | null;
  muted: readonly NoticeKind[];
  zones: readonly string[];
  /** Whose days the days of reports are. */
  reportsZone: string;
  save: (typed: { timezone: string; muted: NoticeKind[] }) => Promise<string | undefined>;
};

const NOTICES: readonly { kind: NoticeKind; label: string; description: string }[] = [
  {
    kind: "owner",
    label: "You become an owner",
    description: "Somebody gives you one visitor or many.",
  },
  {
    kind: "dealt",
    label: "An account is dealt to you",
    description: "By a rule under Settings, Assignment.",
  },
  { kind: "mention", label: "You are mentioned", description: "With an @ in a note." },
  { kind: "task", label: "A task is yours", description: "Somebody else made it or handed it on." },
];

/** What a member decides on for themselves. */
export function OwnSettingsForm(props: OwnSettingsFormProps) {
  const { zones, reportsZone, save } = props;
  const [timezone, setTimezone] = useState(props.timezone ?? "");
  const [muted, setMuted] = useState<readonly NoticeKind[]>(props.muted);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const toast = useToast();
  const list = useId();
  const now = useNow();
  const here = now === null ? null : Intl.DateTimeFormat().resolvedOptions().timeZone;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start(async () => {
      const answer = await save({ timezone, muted: [...muted] });
      setProblem(answer ?? null);
      if (answer === undefined) toast({ title: "Saved" });
    });
  };
  const isKnown = timezone !== "" && zones.includes(timezone);
  const clock = now !== null && isKnown ? `It is ${formatDateTime(now, timezone)} there. ` : "";
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Card title="Dates and looks">
        <div className="flex flex-col gap-4">
          <Field
            label="Time zone"
            optional
            description={`${clock}Empty: the zone of the device you look from${here ? ` (${here})` : ""}. Reports count the days of ${reportsZone}.`}
            error={problem}
            className="max-w-sm"
          >
            <Input
              value={timezone}
              onValueChange={setTimezone}
              list={list}
              placeholder={here ?? "As the device"}
              autoComplete="off"
              maxLength={64}
            />
          </Field>
          <datalist id={list}>
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <div className="flex items-center justify-between gap-4 text-sm">
            <span>
              <span className="font-medium">Theme</span>
              <span className="block text-ink-muted text-xs">On this device, at once.</span>
            </span>
            <ThemeSwitcher />
          </div>
        </div>
      </Card>
      <Card
        title="Notifications"
        description="What comes behind the bell in this workspace. Alerts go to whom their rules name."
      >
        <div className="flex flex-col gap-3">
          {NOTICES.map(({ kind, label, description }) => (
            <Switch
              key={kind}
              label={label}
              description={description}
              checked={!muted.includes(kind)}
              onCheckedChange={(wanted) =>
                setMuted(wanted ? muted.filter((one) => one !== kind) : [...muted, kind])
              }
            />
          ))}
        </div>
      </Card>
      <div>
        <Button type="submit" variant="primary" loading={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
