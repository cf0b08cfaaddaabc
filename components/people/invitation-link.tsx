"use client";

import { useEffect, useRef } from "react";
import { CopyButton } from "#components/ui/copy-button.tsx";

/** A fresh invitation link: there is no second chance to see it, so the focus comes here. */
export function InvitationLink({ link, mailedTo }: { link: string; mailedTo?: string }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label="Invitation link"
      className="rounded-md border border-line bg-sunken p-3"
    >
      <p className="text-ink text-sm">
        {mailedTo
          ? `This link was mailed to ${mailedTo}. You may also pass it on yourself: `
          : "Send this link to the person. "}
        It is shown only now, works once and for seven days.
      </p>
      <div className="mt-2 flex items-start gap-2">
        <code className="min-w-0 flex-1 break-all font-mono text-ink text-xs">{link}</code>
        <CopyButton text={link} label="Copy link" withLabel />
      </div>
    </section>
  );
}
