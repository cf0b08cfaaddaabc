"use client";

import { Ellipsis, FileDown, Merge, UserX } from "lucide-react";
import { useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { useIdentity } from "./identity-context.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { downloadBy, EraseDialog, type PersonPrivacy } from "./person-privacy.tsx";

type VisitorMenuProps = {
  /** Null for those who may not. */
  privacy: PersonPrivacy | null;
};

/** What else can be done with a visitor; nothing for those who may not. */
export function VisitorMenu({ privacy }: VisitorMenuProps) {
  const identity = useIdentity();
  const [isMerging, setMerging] = useState(false);
  const [isErasing, setErasing] = useState(false);
  if (!identity) return null;
  const merge = {
    label: "Merge…",
    icon: <Merge aria-hidden="true" />,
    onSelect: () => setMerging(true),
  };
  const personal = privacy && [
    {
      label: "Export all data",
      icon: <FileDown aria-hidden="true" />,
      onSelect: () => downloadBy(privacy.exportHref),
    },
    {
      label: "Erase…",
      icon: <UserX aria-hidden="true" />,
      onSelect: () => setErasing(true),
      danger: true,
    },
  ];
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
        groups={[{ items: [merge] }, ...(personal ? [{ items: personal }] : [])]}
      />
      <MergeDialog {...identity} open={isMerging} onOpenChange={setMerging} />
      {privacy && <EraseDialog {...privacy} open={isErasing} onOpenChange={setErasing} />}
    </>
  );
}
