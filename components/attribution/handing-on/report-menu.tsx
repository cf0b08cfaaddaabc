"use client";

import { ChevronDown, Link2, List, Mail, Share2 } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Menu } from "#components/ui/menu.tsx";
import type { Share } from "./hand-on-actions.ts";
import { ShareDialog } from "./share-dialog.tsx";

export type ReportMenuProps = {
  /** What a link may be called. */
  suggestion: string;
  mailHref: string;
  listHref: string;
  share: Share;
};

/** The ways to hand a report on. CSV and PNG stand at the tables and charts that they are of. */
export function ReportMenu({ suggestion, mailHref, listHref, share }: ReportMenuProps) {
  const [isSharing, setSharing] = useState(false);
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button icon={<Share2 aria-hidden="true" />}>
            Share
            <ChevronDown aria-hidden="true" />
          </Button>
        }
        groups={[
          {
            items: [
              {
                label: "Public link…",
                icon: <Link2 aria-hidden="true" />,
                onSelect: () => setSharing(true),
              },
              {
                label: "Send by e-mail…",
                icon: <Mail aria-hidden="true" />,
                href: mailHref,
              },
            ],
          },
          {
            items: [
              {
                label: "Links and mails",
                icon: <List aria-hidden="true" />,
                href: listHref,
              },
            ],
          },
        ]}
      />
      <ShareDialog
        open={isSharing}
        onOpenChange={setSharing}
        suggestion={suggestion}
        share={share}
      />
    </>
  );
}
