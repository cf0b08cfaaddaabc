"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { TagActions } from "./tag-actions.ts";
import { TagDialog } from "./tag-dialog.tsx";

export function CreateTag({ create }: { create: TagActions["create"] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen(true)}>
        New tag
      </Button>
      <TagDialog
        open={open}
        onOpenChange={setOpen}
        title="New tag"
        submitLabel="Create"
        save={create}
      />
    </>
  );
}
