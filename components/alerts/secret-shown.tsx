"use client";

import { useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { ShownOnce } from "#components/ui/shown-once.tsx";

export type SecretShownProps = {
  /** Null: there is nothing to show. */
  secret: string | null;
  onClose: () => void;
};

/** The secret of a new outgoing webhook, this once. */
export function SecretShown({ secret, onClose }: SecretShownProps) {
  const [closed, setClosed] = useState<string | null>(null);
  const close = () => {
    setClosed(secret);
    onClose();
  };
  return (
    <Dialog
      open={secret !== null && secret !== closed}
      onOpenChange={(open) => !open && close()}
      title="The signing secret"
      description="It is shown only now. Give it to the receiver, which checks the signature of each message with it."
    >
      <ShownOnce name="secret" text={secret ?? ""} />
    </Dialog>
  );
}
