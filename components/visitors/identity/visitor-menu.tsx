"use client";

import { Ellipsis, Merge } from "lucide-react";
import { useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { useIdentity } from "./identity-context.tsx";
import { MergeDialog } from "./merge-dialog.tsx";

/** What else can be done with a visitor; nothing for those who may not. */
export function VisitorMenu() {
  const identity = useIdentity();
  const [isMerging, setMerging] = useState(false);
  if (!identity) return null;
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton
            label="More actions"
            icon={<Ellipsis />}
            variant="secondary"
            tooltip={false}
          />
        }
        groups={[
          {
            items: [
              {
                label: "Merge…",
                icon: <Merge aria-hidden="true" />,
                onSelect: () => setMerging(true),
              },
            ],
          },
        ]}
      />
      <MergeDialog {...identity} open={isMerging} onOpenChange={setMerging} />
    </>
  );
}
