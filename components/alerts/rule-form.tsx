"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Problem } from "#lib/attempt.ts";
import type { RuleFormActions, Saved } from "./alert-actions.ts";
import { AudienceField } from "./audience-field.tsx";
import { ChannelsField } from "./channels-field.tsx";
import { ConditionsField } from "./conditions-field.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import { RhythmField } from "./rhythm-field.tsx";
import { inputOf, type RuleDraft } from "./rule-draft.ts";
import { SecretShown } from "./secret-shown.tsx";

export type RuleFormProps = {
  initial: RuleDraft;
  isNew: boolean;
  /** Path of the workspace. */
  base: string;
  team: readonly { id: string; name: string }[];
  workspaceZone: string;
  hasMail: boolean;
  slackHint: string | null;
  actions: RuleFormActions;
};

/** Makes or changes a rule. */
export function RuleForm(props: RuleFormProps) {
  const { initial, isNew, base, team, workspaceZone, hasMail, slackHint, actions } = props;
  const [draft, setDraft] = useState(initial);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [made, setMade] = useState<Saved | null>(null);
  const [pending, start] = useTransition();
  const router = useRouter();
  const toast = useToast();
  const change = (next: Partial<RuleDraft>) => setDraft({ ...draft, ...next });
  const errorOf = (field: string) => (problem?.field === field ? problem.problem : null);
  const index = /^conditions\.(\d+)/.exec(problem?.field ?? "")?.[1];
  const isKnown = ["name", "audience", "slack", "webhook", "channels"].includes(
    problem?.field ?? "",
  );
  const leave = ({ id }: Saved) => {
    if (isNew) router.push(`${base}/alerts/${id}`);
    else router.refresh();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start(async () => {
      const result = await actions.save(inputOf(draft));
      if ("problem" in result) return setProblem(result);
      setProblem(null);
      if (result.secret) return setMade(result);
      toast({ title: isNew ? "The alert is on" : "Saved" });
      leave(result);
    });
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Card>
        <Field label="Name" error={errorOf("name")}>
          <Input
            value={draft.name}
            onValueChange={(name) => change({ name })}
            placeholder="Big companies on the pricing page"
            autoComplete="off"
            maxLength={100}
          />
        </Field>
      </Card>
      <Card title="When all of this holds">
        <div className="flex flex-col gap-4">
          <ConditionsField
            conditions={draft.conditions}
            isPersonal={draft.scope === "mine"}
            error={index && problem ? { index: Number(index), problem: problem.problem } : null}
            onChange={(conditions) => change({ conditions })}
          />
          <PreviewPanel
            rule={{
              conditions: draft.conditions,
              cooldownMinutes: draft.cooldownMinutes,
              scope: draft.scope,
            }}
            base={base}
            preview={actions.preview}
          />
        </div>
      </Card>
      <Card title="Tell">
        <div className="flex flex-col gap-4">
          {draft.scope === "workspace" && (
            <AudienceField
              draft={draft}
              team={team}
              error={errorOf("audience")}
              onChange={change}
            />
          )}
          <ChannelsField {...{ draft, hasMail, slackHint, errorOf }} onChange={change} />
        </div>
      </Card>
      <Card title="How often">
        <RhythmField draft={draft} workspaceZone={workspaceZone} onChange={change} />
      </Card>
      {problem && !isKnown && index === undefined && (
        <p role="alert" className="text-danger-text text-sm">
          {problem.problem}
        </p>
      )}
      {isKnown && (
        <p role="alert" className="text-danger-text text-sm">
          Not saved yet: see above.
        </p>
      )}
      <div className="flex justify-end gap-2">
        {isNew && <LinkButton href={`${base}/alerts`}>Cancel</LinkButton>}
        <Button type="submit" variant="primary" loading={pending}>
          {isNew ? "Create alert" : "Save"}
        </Button>
      </div>
      <SecretShown secret={made?.secret ?? null} onClose={() => made && leave(made)} />
    </form>
  );
}
