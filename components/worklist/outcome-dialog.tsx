"use client";

import { useRef, useState, useTransition } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { DialogForm } from "#components/ui/dialog-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { Switch } from "#components/ui/switch.tsx";
import type { OutcomeStatus } from "#lib/worklist/account.ts";
import { OutcomeChoice } from "./outcome-choice.tsx";
import { COMES_BACK, CURRENCIES, WITH_MONEY } from "./outcome-words.ts";
import type { Answer, TypedOutcome } from "./worklist-actions.ts";

const ITEMS = CURRENCIES.map((code) => ({ value: code, label: code }));

export type OutcomeDialogProps = {
  name: string;
  onClose: () => void;
  record: (outcome: TypedOutcome) => Answer;
  onDone: () => void;
};

/** What came of an account, with the money if there is any. */
export function OutcomeDialog({ name, onClose, record, onDone }: OutcomeDialogProps) {
  const [status, setStatus] = useState<OutcomeStatus>("meeting");
  const [amount, setAmount] = useState("");
  const [currency, setCurrency] = useState<string>("EUR");
  const [comesBack, setComesBack] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const chosen = useRef<HTMLElement>(null);
  const hasMoney = WITH_MONEY.includes(status);
  const submit = () => {
    setProblem(null);
    start(async () => {
      const answer = await record({
        status,
        amount: hasMoney ? amount : "",
        currency,
        reopensOnActivity: comesBack ?? COMES_BACK[status],
      });
      if (answer === undefined) onDone();
      else setProblem(answer);
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Outcome of ${name}`}
      description="It goes to Done, and the people’s status follows."
      size="sm"
      initialFocus={chosen}
    >
      {/* What was answered can be mended at once, also while the page behind is still brought up to date. */}
      <DialogForm
        onSubmit={submit}
        submitLabel="Record outcome"
        pending={pending && problem === null}
        problem={hasMoney ? null : problem}
      >
        <OutcomeChoice
          value={status}
          chosen={chosen}
          onChange={(next) => {
            setStatus(next);
            setProblem(null);
          }}
        />
        {hasMoney && (
          <div className="flex items-start gap-2">
            <Field
              label="Amount"
              optional={status === "won"}
              error={problem}
              className="min-w-0 flex-1"
            >
              <Input
                value={amount}
                onValueChange={setAmount}
                inputMode="decimal"
                placeholder="12,500.00"
                autoComplete="off"
                maxLength={30}
              />
            </Field>
            <Field label="Currency" className="w-24">
              <Select items={ITEMS} value={currency} onValueChange={setCurrency} />
            </Field>
          </div>
        )}
        <Switch
          label="Bring it back when they return"
          description="A new visit puts it back on your list."
          checked={comesBack ?? COMES_BACK[status]}
          onCheckedChange={setComesBack}
        />
      </DialogForm>
    </Dialog>
  );
}
