"use client";

import { useEffect, useRef } from "react";
import { CopyLine } from "#components/ui/copy-line.tsx";

/** A fresh invitation link: there is no second chance to see it, so the focus comes here. */
export function InvitationLink({ link, mailedTo }: { link: string; mailedTo?: string }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label="Invitation link"
      className="flex flex-col gap-2 rounded-md"
    >
      <p className="text-ink text-sm">
        {mailedTo
          ? `This link was mailed to ${mailedTo}. You may also pass it on yourself: `
          : "Send this link to the person. "}
        It is shown only now, works once and for seven days.
      </p>
      <CopyLine name="link" text={link} withLabel />
    </section>
  );
}
