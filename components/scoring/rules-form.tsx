"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { RulesPreview } from "#lib/scoring/preview-rules.ts";
import type { DraftLine, RulesDraft } from "#lib/scoring/rules-draft.ts";
import { OutcomeRows } from "./outcome-rows.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import { FIT_LISTS, INTENT_NUMBERS, PAGE_LIST, type RuleList } from "./rule-lists.ts";
import { RuleNumbers } from "./rule-numbers.tsx";
import { RuleRows } from "./rule-rows.tsx";
import type { Refusal, ScoringActions } from "./scoring-actions.ts";

export type RulesFormProps = {
  /** The rules in force, and those that Foyer comes with. */
  draft: RulesDraft;
  defaults: RulesDraft;
  version: number;
  base: string;
  actions: ScoringActions;
};

/** The rules of the score: changed here, looked at in a preview, then saved. */
export function RulesForm({ draft: initial, defaults, version, base, actions }: RulesFormProps) {
  const [draft, setDraft] = useState(() => withKeys(initial));
  const [preview, setPreview] = useState<RulesPreview | null>(null);
  const [refusal, setRefusal] = useState<Refusal>({});
  const [pending, start] = useTransition();
  const router = useRouter();
  const errors = refusal.errors ?? {};

  // A preview is of what stands in the form, so a change takes it away.
  const change = (next: Partial<RulesDraft>) => {
    setDraft({ ...draft, ...next });
    setPreview(null);
  };
  const look = () =>
    start(async () => {
      const answer = await actions.preview(draft);
      setRefusal("preview" in answer ? {} : answer);
      setPreview("preview" in answer ? answer.preview : null);
    });
  const save = () =>
    start(async () => {
      const answer = await actions.save(draft, version);
      if (!("version" in answer)) return setRefusal(answer);
      setPreview(null);
      // Without the version that was restored, if one was.
      router.replace(window.location.pathname, { scroll: false });
      router.refresh();
    });
  const rows = (list: RuleList) => (
    <RuleRows
      key={list.id}
      list={list}
      lines={draft[list.id]}
      errors={errors}
      onChange={(lines) => change({ [list.id]: lines })}
    />
  );
  const numbers = (fields: readonly { id: string; label: string; unit: string }[]) => (
    <RuleNumbers
      fields={fields}
      numbers={draft.numbers}
      errors={errors}
      onChange={(next: DraftLine) => change({ numbers: next })}
    />
  );

  return (
    <>
      <Card
        title="Intent"
        description="What somebody did. Points add up; each counts half after one half-life."
      >
        <div className="flex flex-col divide-y divide-line">
          {rows(PAGE_LIST)}
          <div className="pt-4">{numbers(INTENT_NUMBERS)}</div>
        </div>
      </Card>
      <Card
        title="Fit"
        description="Whom you want. Of each list the first rule that holds multiplies the points; what is not known multiplies by 1."
      >
        <div className="flex flex-col divide-y divide-line">{FIT_LISTS.map(rows)}</div>
      </Card>
      <Card
        title="Outcomes"
        description="What came of the account. Points fade like all others. The latest outcome also weighs what was done before it and what is done since; 1 changes nothing."
      >
        <OutcomeRows
          outcomes={draft.outcomes}
          errors={errors}
          onChange={(outcomes) => change({ outcomes })}
        />
      </Card>
      <Card title="Recency and scale">
        {numbers([
          { id: "halfLifeDays", label: "Half-life", unit: "days" },
          { id: "midpoint", label: "Score of 50", unit: "points" },
        ])}
      </Card>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant={preview ? "secondary" : "primary"} loading={pending} onClick={look}>
          Preview the change
        </Button>
        <Button onClick={() => change(withKeys(defaults))}>Use Foyer’s defaults</Button>
        <Problem refusal={refusal} />
      </div>
      {preview && <PreviewPanel preview={preview} base={base} saving={pending} save={save} />}
    </>
  );
}

function Problem({ refusal }: { refusal: Refusal }) {
  const count = Object.keys(refusal.errors ?? {}).length;
  const text = refusal.problem ?? (count > 0 ? `${count} to correct above.` : null);
  if (!text) return null;
  return (
    <p role="alert" className="text-danger-text text-sm">
      {text}
    </p>
  );
}

/** Lines that know themselves when others are put before them. */
function withKeys(draft: RulesDraft): RulesDraft {
  const keyed = (lines: readonly DraftLine[]) =>
    lines.map((line, place) => ({ ...line, key: String(place) }));
  return {
    numbers: draft.numbers,
    outcomes: draft.outcomes,
    companySize: keyed(draft.companySize),
    industries: keyed(draft.industries),
    countries: keyed(draft.countries),
    seniority: keyed(draft.seniority),
    pages: keyed(draft.pages),
  };
}
