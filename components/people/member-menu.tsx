"use client";

import { useState, useTransition } from "react";
import { ActionsMenu } from "#components/ui/actions-menu.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Role } from "#lib/auth/permissions.ts";
import type { MemberActions, Outcome } from "./people-actions.ts";
import { ROLE_ITEMS } from "./role-items.ts";

export type MemberMenuProps = {
  member: { userId: string; name: string; role: Role; isDisabled: boolean };
  isSelf: boolean;
  actions: MemberActions;
};

export function MemberMenu({ member, isSelf, actions }: MemberMenuProps) {
  const { userId, name, role, isDisabled } = member;
  const [asking, setAsking] = useState<"disable" | "remove" | null>(null);
  const [pending, start] = useTransition();
  const toast = useToast();
  const run = (done: string, work: () => Outcome) =>
    start(async () => {
      const problem = await work();
      toast(problem ? { title: problem, tone: "danger" } : { title: done });
    });
  const roles = ROLE_ITEMS.filter((item) => item.value !== role).map((item) => ({
    label: `Make ${item.label.toLowerCase()}`,
    onSelect: () =>
      run(`${name} is now ${item.label.toLowerCase()}`, () =>
        actions.changeRole(userId, item.value),
      ),
  }));
  const signOut = {
    label: "Sign out everywhere",
    onSelect: () =>
      run(`${name} is signed out everywhere`, () => actions.signOutEverywhere(userId)),
  };
  const enable = {
    label: "Enable",
    onSelect: () => run(`${name} can sign in again`, () => actions.setDisabled(userId, false)),
  };
  const disable = {
    label: "Disable…",
    danger: true,
    disabled: isSelf,
    onSelect: () => setAsking("disable"),
  };
  const remove = {
    label: "Remove from workspace…",
    danger: true,
    onSelect: () => setAsking("remove"),
  };
  return (
    <>
      <ActionsMenu
        of={name}
        pending={pending}
        groups={[
          { items: roles },
          { items: [signOut] },
          { items: [isDisabled ? enable : disable, remove] },
        ]}
      />
      <ConfirmDialog
        open={asking === "disable"}
        onOpenChange={(open) => setAsking(open ? "disable" : null)}
        title={`Disable ${name}?`}
        description="They are signed out now and can’t sign in until somebody enables them again. Nothing that they did is lost."
        confirmLabel="Disable"
        danger
        onConfirm={() => actions.setDisabled(userId, true)}
      />
      <ConfirmDialog
        open={asking === "remove"}
        onOpenChange={(open) => setAsking(open ? "remove" : null)}
        title={`Remove ${name}?`}
        description="They lose access to this workspace. Their notes stay; to come back they need a new invitation."
        confirmLabel="Remove"
        danger
        onConfirm={() => actions.remove(userId)}
      />
    </>
  );
}
