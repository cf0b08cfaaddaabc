import type { Metadata } from "next";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { ErasuresList } from "#components/privacy/erasures-list.tsx";
import { GateForm } from "#components/privacy/gate-form.tsx";
import { RetentionForm } from "#components/privacy/retention-form.tsx";
import { SuppressionForm } from "#components/privacy/suppression-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { GATE_FIELDS } from "#lib/privacy/gate-fields.ts";
import { listErasures } from "#lib/privacy/list-erasures.ts";
import { RETENTION_RANGE } from "#lib/privacy/retention.ts";
import { getPrivacySettings } from "#lib/privacy/settings.ts";
import { countSuppressions } from "#lib/privacy/suppression-list.ts";
import { bindPrivacy } from "./bind-privacy.ts";

export const metadata: Metadata = { title: "Privacy" };

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
}

export default async function PrivacyPage({ params, searchParams }: Props) {
  const { id, slug } = (await requireMember((await params).workspace, "privacy.manage")).workspace;
  const { cursor } = await searchParams;
  const at = typeof cursor === "string" ? cursor : undefined;
  const [{ retention, gate, prunedAt }, count, erasures] = await Promise.all([
    getPrivacySettings(id),
    countSuppressions(id),
    listErasures(id, at),
  ]);
  const actions = bindPrivacy(slug);
  const fields = Object.entries(GATE_FIELDS).map(([value, { label }]) => ({ value, label }));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: `/${slug}/settings`, label: "Settings" }]}
        title="Privacy"
        description="What comes in, how long it stays, and who is kept out. To export or erase a person, open their page."
      />
      <PageBody width="form">
        <Card
          title="Not stored"
          description="Judged when a message arrives, before anything of it is stored. What is here already stays."
        >
          <GateForm gate={gate} fields={fields} save={actions.saveGate} />
        </Card>
        <Card
          title="How long it is kept"
          description="Days since it was received. Empty: it is kept. What is older goes once a day, for good."
        >
          <RetentionForm
            retention={retention}
            ranges={RETENTION_RANGE}
            prunedAt={prunedAt?.toISOString() ?? null}
            save={actions.saveRetention}
          />
        </Card>
        <Card
          title="Suppression list"
          description="Events about these people are dropped when they arrive. Whoever is erased is on it."
        >
          <SuppressionForm count={count} {...actions.list} />
        </Card>
        <Card
          title="Erasures"
          description="The proof of each: counts, nobody’s data."
          padded={false}
        >
          <ErasuresList
            erasures={erasures}
            isFirst={at === undefined}
            base={`/${slug}/settings/privacy`}
          />
        </Card>
      </PageBody>
    </>
  );
}
