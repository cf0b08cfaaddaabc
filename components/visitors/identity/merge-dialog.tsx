"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ProblemText } from "#components/ui/problem-text.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { MergePreview } from "#lib/visitors/preview-merge.ts";
import type { IdentityOf } from "./identity-context.tsx";
import { MergePreviewTable, type Side } from "./merge-preview.tsx";
import { VisitorSearch } from "./visitor-search.tsx";

type MergeDialogProps = IdentityOf & { open: boolean; onOpenChange: (open: boolean) => void };

/** Finds the other visitor, shows both, and makes them one. */
export function MergeDialog({ visitor, actions, open, onOpenChange }: MergeDialogProps) {
  const [preview, setPreview] = useState<MergePreview | null>(null);
  const [keeps, setKeeps] = useState<Side>("left");
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const router = useRouter();
  const toast = useToast();
  const reset = () => {
    setPreview(null);
    setProblem(null);
  };
  const look = (otherId: string) =>
    start(async () => {
      const found = await actions.preview(otherId);
      if ("problem" in found) setProblem(found.problem);
      else {
        setProblem(null);
        setKeeps(found.keeps ?? "left");
        setPreview(found);
      }
    });
  const merge = ({ left, right }: MergePreview) =>
    start(async () => {
      const [from, into] = keeps === "left" ? [right, left] : [left, right];
      const done = await actions.merge(from.id, into.id);
      if ("problem" in done) {
        setProblem(done.problem);
        return;
      }
      onOpenChange(false);
      reset();
      router.push(done.href);
      toast({ title: `Merged into ${into.name}`, description: "Undo it on the Identity card." });
    });
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) reset();
        onOpenChange(next);
      }}
      title={preview ? "Merge these two?" : `Merge ${visitor.name}`}
      description={preview ? undefined : "Choose the visitor who is the same person."}
      size={preview ? "lg" : "md"}
      footer={
        preview && (
          <>
            <Button onClick={reset} disabled={pending}>
              Back
            </Button>
            <Button variant="primary" loading={pending} onClick={() => merge(preview)}>
              Merge
            </Button>
          </>
        )
      }
    >
      <ProblemText text={problem} className="mb-3" />
      {preview ? (
        <MergePreviewTable preview={preview} keeps={keeps} onKeep={setKeeps} />
      ) : (
        <VisitorSearch
          label="The other visitor"
          search={actions.search}
          onPick={({ id }) => look(id)}
        />
      )}
    </Dialog>
  );
}
