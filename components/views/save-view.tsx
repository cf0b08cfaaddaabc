"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ViewDialog } from "./lazy-view-dialog.tsx";
import type { ViewActions } from "./view-actions.ts";
import { viewHref } from "./view-href.ts";

type SaveViewProps = { filters: string; path: string; actions: ViewActions };

/** Keeps the filters and the sort that are in force as a new view. */
export function SaveView({ filters, path, actions }: SaveViewProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        icon={<Plus aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        Save view
      </Button>
      {open && (
        <ViewDialog
          title="Save view"
          description="Keeps the filters and the sort order. Columns stay as each reader likes them."
          name=""
          isShared={false}
          onClose={() => setOpen(false)}
          onSave={async ({ name, isShared }) => {
            const answer = await actions.create({ name, isShared, query: filters });
            if ("problem" in answer) return answer.problem;
            router.replace(viewHref(path, { id: answer.id, query: filters }), { scroll: false });
          }}
        />
      )}
    </>
  );
}
