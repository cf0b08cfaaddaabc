"use client";

import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { ProblemText } from "#components/ui/problem-text.tsx";
import { Switch } from "#components/ui/switch.tsx";
import type { RuleDraft } from "./rule-draft.ts";

export type ChannelsFieldProps = {
  draft: RuleDraft;
  /** Whether mail can be sent at all. */
  hasMail: boolean;
  /** The host of the Slack webhook that is kept. */
  slackHint: string | null;
  errorOf: (field: string) => string | null;
  onChange: (next: Partial<RuleDraft>) => void;
};

/** How a rule speaks. */
export function ChannelsField({
  draft,
  hasMail,
  slackHint,
  errorOf,
  onChange,
}: ChannelsFieldProps) {
  const isPersonal = draft.scope === "mine";
  return (
    <div className="flex flex-col gap-4">
      <Switch
        label="In the app"
        description="Behind the bell."
        checked={draft.app}
        onCheckedChange={(app) => onChange({ app })}
      />
      <Switch
        label="E-mail"
        description={
          hasMail
            ? isPersonal
              ? "To your own address."
              : "To each person’s own address."
            : "No mail server is set up. An operator has to set SMTP_URL."
        }
        checked={draft.email}
        disabled={!hasMail && !draft.email}
        onCheckedChange={(email) => onChange({ email })}
      />
      {!isPersonal && (
        <>
          <Switch
            label="Slack"
            description="Or anything that takes Slack’s incoming webhooks, such as Mattermost."
            checked={draft.hasSlack}
            onCheckedChange={(hasSlack) => onChange({ hasSlack })}
          />
          {draft.hasSlack && (
            <Field
              label="URL of the incoming webhook"
              description={
                slackHint
                  ? `The one of ${slackHint} is kept, encrypted. Paste another to replace it.`
                  : "It is kept encrypted and not shown again."
              }
              error={errorOf("slack")}
              className="border-line border-l-2 pl-4"
            >
              <Input
                value={draft.slackUrl}
                onValueChange={(slackUrl) => onChange({ slackUrl })}
                placeholder={slackHint ? "••••••••" : "https://hooks.slack.com/services/…"}
                autoComplete="off"
                spellCheck={false}
                className="font-mono text-xs"
              />
            </Field>
          )}
          <Switch
            label="Outgoing webhook"
            description="A signed POST for each alert, as Standard Webhooks describes it."
            checked={draft.hasWebhook}
            onCheckedChange={(hasWebhook) => onChange({ hasWebhook })}
          />
          {draft.hasWebhook && (
            <Field
              label="URL"
              description="https only. A secret to check the signature with is shown when you save."
              error={errorOf("webhook")}
              className="border-line border-l-2 pl-4"
            >
              <Input
                value={draft.webhookUrl}
                onValueChange={(webhookUrl) => onChange({ webhookUrl })}
                placeholder="https://example.com/hooks/foyer"
                autoComplete="off"
                spellCheck={false}
                className="font-mono text-xs"
              />
            </Field>
          )}
        </>
      )}
      <ProblemText text={errorOf("channels")} className="text-xs" />
    </div>
  );
}
