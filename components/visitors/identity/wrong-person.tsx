"use client";

import { UserX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ProblemText } from "#components/ui/problem-text.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Candidate, Wrong } from "./identity-actions.ts";
import { type IdentityOf, useIdentity } from "./identity-context.tsx";
import { VisitorSearch } from "./visitor-search.tsx";

type WrongPersonProps = {
  wrong: Wrong;
  /** What it is, as a sentence goes on: "this session of 4 May, 19:07". */
  what: string;
};

/** "Wrong person": takes a session, device or event away from the visitor of the page. */
export function WrongPerson({ wrong, what }: WrongPersonProps) {
  const identity = useIdentity();
  const [open, setOpen] = useState(false);
  if (!identity) return null;
  return (
    <>
      <IconButton
        label={`Wrong person: ${what}`}
        icon={<UserX aria-hidden="true" />}
        size="sm"
        onClick={() => setOpen(true)}
        className="text-ink-faint"
      />
      {open && (
        <WrongDialog {...identity} wrong={wrong} what={what} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

type WrongDialogProps = WrongPersonProps & IdentityOf & { onClose: () => void };

function WrongDialog({ visitor, actions, wrong, what, onClose }: WrongDialogProps) {
  const [into, setInto] = useState<Candidate | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const router = useRouter();
  const toast = useToast();
  const undo = async (correctionId: string) => {
    const failed = await actions.undo(correctionId);
    toast(failed ? { title: failed, tone: "danger" } : { title: "Undone" });
  };
  const detach = () =>
    start(async () => {
      const done = await actions.detach(wrong, into?.id ?? null);
      if ("problem" in done) {
        setProblem(done.problem);
        return;
      }
      onClose();
      toast({
        title: into ? `Given to ${into.name}` : `Taken away from ${visitor.name}`,
        action: { label: "Undo", onClick: () => void undo(done.correctionId) },
      });
      if (done.href) router.push(done.href);
    });
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && !pending && onClose()}
      title="Wrong person"
      description={`${capital(what)} is another person’s, not ${visitor.name}’s.`}
      footer={
        <>
          <Button onClick={onClose} disabled={pending}>
            Cancel
          </Button>
          <Button variant="primary" loading={pending} onClick={detach}>
            {into ? "Give it to them" : "Take it away"}
          </Button>
        </>
      }
    >
      <ProblemText text={problem} className="mb-3" />
      <p className="text-ink text-sm">
        {wrong.scope === "device"
          ? "Everything from this browser stays on record but counts for nobody, also what comes later."
          : "Its events stay on record. What they said of the person counts for nobody any more."}{" "}
        You can undo it at any time.
      </p>
      {wrong.scope === "session" && (
        <div className="mt-4">
          {into ? (
            <p className="flex items-center gap-2 text-ink text-sm">
              The visit goes to <span className="font-medium">{into.name}</span>
              <Button size="sm" variant="ghost" onClick={() => setInto(null)}>
                Change
              </Button>
            </p>
          ) : isChoosing ? (
            <VisitorSearch label="Whose visit was it?" search={actions.search} onPick={setInto} />
          ) : (
            <Button size="sm" onClick={() => setChoosing(true)}>
              I know whose it was…
            </Button>
          )}
        </div>
      )}
    </Dialog>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
