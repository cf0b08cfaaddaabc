"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { useState, useTransition } from "react";
import { AdoptedButton } from "./adopted-button.tsx";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";
import type { ConfirmDialogProps } from "./confirm-dialog.tsx";
import { BACKDROP_CLASS, DIALOG_CLASS } from "./dialog-class.ts";
import { Field } from "./field.tsx";
import { Input } from "./input.tsx";
import type { LazyTrigger } from "./lazy-trigger.ts";
import { ProblemText } from "./problem-text.tsx";

type ConfirmPopupProps = Omit<ConfirmDialogProps, "trigger"> & { trigger: LazyTrigger | undefined };

/** What a ConfirmDialog asks; loaded when it is first meant. */
export function ConfirmPopup({ trigger, ...props }: ConfirmPopupProps) {
  const [inner, setInner] = useState(false);
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const open = props.open ?? inner;
  const setOpen = (next: boolean) => {
    setInner(next);
    setTyped("");
    setProblem(null);
    props.onOpenChange?.(next);
  };
  const confirm = () =>
    start(async () => {
      const message = await props.onConfirm();
      if (typeof message === "string") setProblem(message);
      else setOpen(false);
    });
  return (
    <Base.Root open={open} onOpenChange={(next) => !pending && setOpen(next)}>
      {trigger && (
        <Base.Trigger
          id={trigger.id}
          render={(given) => <AdoptedButton trigger={trigger} props={given} />}
        />
      )}
      <Base.Portal>
        <Base.Backdrop className={BACKDROP_CLASS} />
        <Base.Popup className={cn(DIALOG_CLASS, "max-w-md")}>
          <div className="flex flex-col gap-1.5 p-5">
            <Base.Title className="font-semibold text-lg">{props.title}</Base.Title>
            <Base.Description render={<div />} className="text-ink-muted text-sm">
              {props.description}
            </Base.Description>
            {props.confirmText && (
              <Field label={`Type “${props.confirmText}” to confirm`} className="mt-3">
                <Input value={typed} onValueChange={setTyped} autoComplete="off" />
              </Field>
            )}
            <ProblemText text={problem} className="mt-2" />
          </div>
          <footer className="flex justify-end gap-2 border-line border-t px-5 py-3">
            <Base.Close
              render={<Button disabled={pending}>{props.cancelLabel ?? "Cancel"}</Button>}
            />
            <Button
              variant={props.danger ? "danger" : "primary"}
              loading={pending}
              disabled={props.confirmText !== undefined && typed.trim() !== props.confirmText}
              onClick={confirm}
            >
              {props.confirmLabel}
            </Button>
          </footer>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
