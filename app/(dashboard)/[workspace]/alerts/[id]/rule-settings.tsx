import * as actions from "#app/(dashboard)/[workspace]/alerts/actions.ts";
import { draftOf } from "#components/alerts/rule-draft.ts";
import { RuleForm } from "#components/alerts/rule-form.tsx";
import type { AlertRule } from "#lib/alerts/rule.ts";
import { listTeam } from "#lib/leads/list-team.ts";
import { hasMail } from "#lib/mail/send-mail.ts";

interface Props {
  rule: AlertRule;
  workspace: { slug: string; timezone: string };
}

/** The form of a rule that there is. */
export async function RuleSettings({ rule, workspace }: Props) {
  const { slug, timezone } = workspace;
  return (
    <RuleForm
      initial={draftOf(rule)}
      isNew={false}
      base={`/${slug}`}
      team={rule.ownerId === null ? await listTeam(rule.workspaceId) : []}
      workspaceZone={timezone}
      hasMail={hasMail()}
      slackHint={rule.channels.find(({ kind }) => kind === "slack")?.hint ?? null}
      actions={{
        save: actions.save.bind(null, slug, rule.id),
        preview: actions.preview.bind(null, slug),
      }}
    />
  );
}
