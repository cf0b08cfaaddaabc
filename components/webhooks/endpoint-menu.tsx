"use client";

import { useState, useTransition } from "react";
import { ActionsMenu } from "#components/ui/actions-menu.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { RenameDialog } from "./rename-dialog.tsx";
import { SecretDialog } from "./secret-dialog.tsx";
import type { WebhookActions } from "./webhook-actions.ts";

export type EndpointMenuProps = {
  endpoint: { id: string; name: string; isDisabled: boolean; isUsed: boolean };
  actions: WebhookActions;
};

type Asking = "rename" | "rotate" | "paste" | "disable" | null;

export function EndpointMenu({ endpoint, actions }: EndpointMenuProps) {
  const { id, name, isDisabled } = endpoint;
  const [asking, setAsking] = useState<Asking>(null);
  const [pending, start] = useTransition();
  const toast = useToast();
  const enable = () =>
    start(async () => {
      const problem = await actions.setDisabled(id, false);
      toast(problem ? { title: problem, tone: "danger" } : { title: `${name} is open again` });
    });
  return (
    <>
      <ActionsMenu
        of={name}
        pending={pending}
        groups={[
          {
            items: [
              { label: "Rotate secret…", onSelect: () => setAsking("rotate") },
              { label: "Paste the sender’s secret…", onSelect: () => setAsking("paste") },
            ],
          },
          { items: [{ label: "Rename…", onSelect: () => setAsking("rename") }] },
          {
            items: [
              isDisabled
                ? { label: "Enable", onSelect: enable }
                : { label: "Disable…", danger: true, onSelect: () => setAsking("disable") },
            ],
          },
        ]}
      />
      {(["rotate", "paste"] as const).map((mode) => (
        <SecretDialog
          key={mode}
          mode={mode}
          open={asking === mode}
          onClose={() => setAsking(null)}
          endpoint={endpoint}
          replace={actions.replaceSecret}
        />
      ))}
      <RenameDialog
        key={name}
        open={asking === "rename"}
        onOpenChange={(open) => setAsking(open ? "rename" : null)}
        endpoint={endpoint}
        rename={actions.rename}
      />
      <ConfirmDialog
        open={asking === "disable"}
        onOpenChange={(open) => setAsking(open ? "disable" : null)}
        title={`Disable ${name}?`}
        description="Its deliveries are refused until you enable it again. Senders repeat a refused delivery for a while, then give it up. What was received stays."
        confirmLabel="Disable"
        danger
        onConfirm={() => actions.setDisabled(id, true)}
      />
    </>
  );
}
