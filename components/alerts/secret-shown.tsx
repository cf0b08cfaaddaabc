"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";

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
      <div className="flex flex-col gap-4">
        <div className="flex min-w-0 items-center gap-2 rounded-md border border-line bg-sunken py-1 pr-1 pl-3">
          <code className="min-w-0 flex-1 break-all font-mono text-ink text-xs leading-5">
            {secret}
          </code>
          <CopyButton text={secret ?? ""} label="Copy secret" withLabel variant="secondary" />
        </div>
        <DialogClose
          render={
            <Button variant="primary" className="self-end">
              Done
            </Button>
          }
        />
      </div>
    </Dialog>
  );
}
