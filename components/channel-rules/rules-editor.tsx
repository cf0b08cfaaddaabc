"use client";

import { Plus } from "lucide-react";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { ProblemText } from "#components/ui/problem-text.tsx";
import type { ChannelRule } from "#lib/attribution/channel-rules/channel-rule.ts";
import type { ChannelPreview } from "#lib/attribution/channel-rules/preview.ts";
import { PreviewText } from "./preview-text.tsx";
import {
  draftOf,
  emptyRule,
  type RuleActions,
  type RuleDraft,
  withoutIds,
} from "./rule-actions.ts";
import { RuleCard } from "./rule-card.tsx";

export type RulesEditorProps = {
  rules: readonly ChannelRule[];
  /** The version that they are. */
  version: number;
  actions: RuleActions;
};

/** The ordered rules. What is changed is first tried, then put in force as a new version. */
export function RulesEditor({ rules, version, actions }: RulesEditorProps) {
  const [drafts, setDrafts] = useState<readonly RuleDraft[]>(() => rules.map(draftOf));
  const [preview, setPreview] = useState<ChannelPreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const change = (next: readonly RuleDraft[]) => {
    setDrafts(next);
    setPreview(null);
    setProblem(null);
  };
  const move = (at: number, by: -1 | 1) => {
    const next = [...drafts];
    const [taken] = next.splice(at, 1);
    if (taken) next.splice(at + by, 0, taken);
    change(next);
  };
  const tryOut = () =>
    start(async () => {
      const result = await actions.preview(withoutIds(drafts));
      if ("problem" in result) setProblem(result.problem);
      else setPreview(result.preview);
    });
  const save = () =>
    start(async () => setProblem((await actions.save(withoutIds(drafts), version)) ?? null));
  return (
    <div className="flex flex-col gap-4">
      <ol className="divide-y divide-line rounded-lg border border-line bg-surface">
        {drafts.map((rule, at) => (
          <RuleCard
            key={rule.id}
            rule={rule}
            place={at + 1}
            of={drafts.length}
            onChange={(next) => change(drafts.map((one) => (one.id === rule.id ? next : one)))}
            onMove={(by) => move(at, by)}
            onRemove={() => change(drafts.filter(({ id }) => id !== rule.id))}
          />
        ))}
        <li className="px-4 py-3 text-ink-muted text-sm">
          All other sessions get one of the default channels: Direct, Paid Search, Email, Organic
          Social and so on.
        </li>
      </ol>
      <ProblemText text={problem} />
      {preview && <PreviewText preview={preview} />}
      <div className="flex flex-wrap items-center gap-2">
        <Button icon={<Plus aria-hidden="true" />} onClick={() => change([...drafts, emptyRule()])}>
          Add rule
        </Button>
        <span className="flex-1" />
        <Button loading={pending && preview === null} onClick={tryOut}>
          Preview
        </Button>
        <Button variant="primary" disabled={preview === null} loading={pending} onClick={save}>
          Put in force
        </Button>
      </div>
    </div>
  );
}
