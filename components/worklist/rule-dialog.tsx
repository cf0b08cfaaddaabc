"use client";

import { type ReactElement, useState, useTransition } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { DialogForm } from "#components/ui/dialog-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { ProblemText } from "#components/ui/problem-text.tsx";
import type { AssignmentRule } from "#lib/worklist/assignment-rules.ts";
import type {
  AssignmentActions,
  RuleProblems,
  TeamMember,
  TypedRule,
} from "./assignment-actions.ts";
import { typedRule } from "./rule-words.ts";

export type RuleDialogProps = {
  rule: AssignmentRule | null;
  team: readonly TeamMember[];
  save: AssignmentActions["save"];
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** Makes or changes a rule. */
export function RuleDialog({ rule, team, save, trigger, ...outer }: RuleDialogProps) {
  const [inner, setInner] = useState(false);
  const open = outer.open ?? inner;
  const setOpen = outer.onOpenChange ?? setInner;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      {...(trigger && { trigger })}
      title={rule ? `Change ${rule.name}` : "New rule"}
      description="An account has to have all that you ask for; what you leave empty lets all through."
    >
      <RuleForm rule={rule} team={team} save={save} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

type RuleFormProps = Pick<RuleDialogProps, "rule" | "team" | "save"> & { onDone: () => void };

function RuleForm({ rule, team, save, onDone }: RuleFormProps) {
  const [typed, setTyped] = useState<TypedRule>(() => typedRule(rule));
  const [problems, setProblems] = useState<RuleProblems>({});
  const [pending, start] = useTransition();
  const submit = () =>
    start(async () => {
      const found = await save(rule?.id ?? null, typed);
      if (found === undefined) onDone();
      else setProblems(found);
    });
  const text = (field: Exclude<keyof TypedRule, "memberIds">, label: string, hint: string) => (
    <Field label={label} error={problems[field]} optional={field !== "name"}>
      <Input
        value={typed[field]}
        onValueChange={(value) => setTyped({ ...typed, [field]: value })}
        placeholder={hint}
        autoComplete="off"
        maxLength={500}
      />
    </Field>
  );
  const choose = (id: string, chosen: boolean) =>
    setTyped({
      ...typed,
      memberIds: chosen ? [...typed.memberIds, id] : typed.memberIds.filter((one) => one !== id),
    });
  return (
    <DialogForm onSubmit={submit} submitLabel="Save rule" pending={pending} problem={problems.form}>
      {text("name", "Name", "Germany, larger companies")}
      <div className="grid gap-4 sm:grid-cols-2">
        {text("countries", "Countries", "DE, AT, CH")}
        {text("industries", "Industries", "Software, Retail")}
        {text("minEmployees", "Employees from", "200")}
        {text("maxEmployees", "Employees up to", "5000")}
      </div>
      {text("domainEnding", "Domain ends in", ".de")}
      <fieldset className="flex flex-col gap-1">
        <legend className="font-medium text-sm">Goes to</legend>
        <p className="mb-1 text-ink-muted text-xs">
          One person gets all of them; several take turns, in the order chosen.
        </p>
        {team.map((member) => {
          const turn = typed.memberIds.indexOf(member.id) + 1;
          return (
            <Checkbox
              key={member.id}
              label={member.name}
              description={
                [
                  turn > 1 || typed.memberIds.length > 1 ? turn > 0 && `turn ${turn}` : null,
                  member.isDisabled && "disabled: passed over",
                ]
                  .filter(Boolean)
                  .join(", ") || undefined
              }
              checked={turn > 0}
              onCheckedChange={(chosen) => choose(member.id, chosen)}
            />
          );
        })}
        <ProblemText text={problems.memberIds} className="text-xs" />
      </fieldset>
    </DialogForm>
  );
}
