"use client";

import { Copy } from "lucide-react";
import { useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { validityWords } from "./validity.ts";

type EmailCopyProps = { email: string; validity: string | null };

/** Copies an e-mail; asks first where writing to it does harm, warns where it may bounce. */
export function EmailCopy({ email, validity }: EmailCopyProps) {
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const { caution, meaning } = validityWords(validity);
  if (caution === "none") return <CopyButton text={email} label={`Copy ${email}`} />;

  const copy = async () => {
    const failed = await navigator.clipboard.writeText(email).then(
      () => false,
      () => true,
    );
    if (failed) return "The browser did not allow copying.";
    toast({
      title: `Copied ${email}`,
      ...(caution === "warn" && {
        description: "Catch-all: it may bounce.",
        tone: "info" as const,
      }),
    });
  };
  if (caution === "warn") {
    return (
      <IconButton
        label={`Copy ${email} (catch-all, may bounce)`}
        icon={<Copy aria-hidden="true" />}
        size="sm"
        onClick={() =>
          copy().then((problem) => problem && toast({ title: problem, tone: "danger" }))
        }
      />
    );
  }
  return (
    <ConfirmDialog
      trigger={
        <IconButton
          label={`Copy ${email} (invalid, asks first)`}
          icon={<Copy aria-hidden="true" />}
          size="sm"
          onClick={() => setAsking(true)}
          className="text-ink-faint"
        />
      }
      open={asking}
      onOpenChange={setAsking}
      title="Copy an invalid e-mail?"
      description={
        <>
          <span className="font-medium text-ink">{email}</span> was found invalid. {meaning}
        </>
      }
      confirmLabel="Copy anyway"
      danger
      onConfirm={copy}
    />
  );
}
