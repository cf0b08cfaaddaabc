"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ShownOnce } from "#components/ui/shown-once.tsx";
import type { ApiKeyActions } from "./api-key-actions.ts";
import { ApiKeyForm } from "./api-key-form.tsx";

export type CreateApiKeyProps = { create: ApiKeyActions["create"]; apiUrl: string };

/** Makes a key and shows it once. */
export function CreateApiKey({ create, apiUrl }: CreateApiKeyProps) {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const router = useRouter();
  const change = (next: boolean) => {
    setOpen(next);
    if (next || made === null) return;
    // Only now: a fresh page would take the empty state, and this dialog with it, away.
    setMade(null);
    router.refresh();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button variant="primary" icon={<Plus aria-hidden="true" />}>
          New API key
        </Button>
      }
      title={made === null ? "New API key" : "Copy your key"}
      description={
        made === null
          ? "For one script or integration, with no more rights than it needs."
          : "This is the only time that it is shown."
      }
    >
      {made === null ? (
        <ApiKeyForm create={create} onMade={setMade} />
      ) : (
        <ShownOnce name="key" text={made}>
          <CodeBlock
            title="Request"
            code={`curl -H "Authorization: Bearer ${made}" \\\n  ${apiUrl}/visitors?limit=1`}
          />
        </ShownOnce>
      )}
    </Dialog>
  );
}
