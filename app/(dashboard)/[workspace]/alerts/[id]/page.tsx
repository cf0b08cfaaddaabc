import type { Metadata } from "next";
import { notFound } from "next/navigation";
import * as actions from "#app/(dashboard)/[workspace]/alerts/actions.ts";
import { DeleteRule } from "#components/alerts/delete-rule.tsx";
import { EnableSwitch } from "#components/alerts/enable-switch.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { getRule } from "#lib/alerts/get-rules.ts";
import { mayChange, maySee } from "#lib/alerts/rule-rights.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { sql } from "#lib/db/client.ts";
import type { UrlState } from "#lib/search-state.ts";
import { RuleLog } from "./rule-log.tsx";
import { RuleSettings } from "./rule-settings.tsx";

export const metadata: Metadata = { title: "Alert" };

interface Props {
  params: Promise<{ workspace: string; id: string }>;
  searchParams: Promise<UrlState>;
}

export default async function AlertPage(props: Props) {
  const { workspace: wanted, id } = await props.params;
  const { workspace, user, role } = await requireMember(wanted, "leads.write");
  const by = { userId: user.id, role };
  const rule = await getRule(sql(), workspace.id, id);
  if (!rule || !maySee(rule, by)) notFound();
  const { slug } = workspace;
  const base = `/${slug}`;
  const path = `${base}/alerts/${rule.id}`;
  const isMine = mayChange(rule, by);
  const state = await props.searchParams;
  // Who may not change a rule has no use for the form.
  const isForm = isMine && state.show === "rule";
  const { setEnabled } = actions;
  const enabled = { id: rule.id, name: rule.name, isOn: rule.enabledAt !== null };
  const tabs = [
    { href: path, label: "What it did", active: !isForm },
    { href: `${path}?show=rule`, label: "The rule", active: isForm },
  ];
  return (
    <>
      <PageHeader
        title={rule.name}
        breadcrumbs={[{ href: `${base}/alerts`, label: "Alerts" }]}
        meta={
          <EnableSwitch {...enabled} disabled={!isMine} setEnabled={setEnabled.bind(null, slug)} />
        }
        actions={
          isMine && (
            <DeleteRule
              name={rule.name}
              path={`${base}/alerts`}
              remove={actions.remove.bind(null, slug, rule.id)}
            />
          )
        }
        tabs={isMine && <LinkTabs label="Alert" items={tabs} />}
      />
      <PageBody width="form">
        {isForm ? (
          <RuleSettings rule={rule} workspace={workspace} />
        ) : (
          <RuleLog rule={rule} slug={slug} mayChange={isMine} state={state} />
        )}
      </PageBody>
    </>
  );
}
