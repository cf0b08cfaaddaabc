"use client";

import { useOptimistic, useTransition } from "react";
import { Switch } from "#components/ui/switch.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Change } from "./alert-actions.ts";

export type EnableSwitchProps = {
  id: string;
  name: string;
  isOn: boolean;
  disabled?: boolean;
  setEnabled: Change<[id: string, enabled: boolean]>;
};

export function EnableSwitch({ id, name, isOn, disabled, setEnabled }: EnableSwitchProps) {
  const [shown, setShown] = useOptimistic(isOn);
  const [, start] = useTransition();
  const toast = useToast();
  const change = (next: boolean) =>
    start(async () => {
      setShown(next);
      const problem = await setEnabled(id, next);
      if (problem) toast({ title: problem, tone: "danger" });
    });
  return (
    <Switch
      aria-label={`${name} is on`}
      checked={shown}
      disabled={disabled}
      onCheckedChange={change}
    />
  );
}
