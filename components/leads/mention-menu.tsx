"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { AtSign } from "lucide-react";
import { Avatar } from "#components/ui/avatar.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { MENU_ITEM_CLASS } from "#components/ui/menu-item-class.ts";
import type { Person } from "./lead-actions.ts";

type MentionMenuProps = {
  team: readonly Person[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onChoose: (person: Person) => void;
  /** Where the focus goes when it closes. */
  returnTo: () => HTMLElement | null;
};

/** Whom to mention; letters jump to a name. */
export function MentionMenu({ team, open, onOpenChange, onChoose, returnTo }: MentionMenuProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger
        render={<IconButton label="Mention somebody" icon={<AtSign />} size="sm" tooltip={false} />}
      />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="start" className="z-50 outline-none">
          <Base.Popup
            finalFocus={returnTo}
            className="popup max-h-64 min-w-48 max-w-80 overflow-y-auto p-1"
          >
            {team.map((person) => (
              <Base.Item
                key={person.id}
                label={person.name}
                onClick={() => onChoose(person)}
                className={MENU_ITEM_CLASS}
              >
                <Avatar name={person.name} size="sm" className="size-5" />
                <span className="truncate">{person.name}</span>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
