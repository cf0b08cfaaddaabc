import type { Metadata } from "next";
import { FrozenList } from "#components/attribution/frozen-list.tsx";
import { RulesEditor } from "#components/channel-rules/rules-editor.tsx";
import { VersionsList } from "#components/channel-rules/versions-list.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { SectionHeader } from "#components/ui/section-header.tsx";
import { listChannelRules } from "#lib/attribution/channel-rules/versions.ts";
import { listFrozen } from "#lib/attribution/frozen/frozen-reports.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import * as actions from "./actions.ts";

export const metadata: Metadata = { title: "Channels" };

interface Props {
  params: Promise<{ workspace: string }>;
}

export default async function ChannelsPage({ params }: Props) {
  const { workspace } = await requireMember((await params).workspace, "goals.manage");
  const [versions, frozen] = await Promise.all([
    listChannelRules(workspace.id),
    listFrozen(workspace.id),
  ]);
  const [current] = versions;
  const { slug } = workspace;
  const bound = {
    preview: actions.preview.bind(null, slug),
    save: actions.save.bind(null, slug),
    restore: actions.restore.bind(null, slug),
  };
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: `/${slug}/settings`, label: "Settings" }]}
        title="Channels"
        description="Your own rules come before the default channels; the first that fits decides. Upper and lower case do not matter, * stands for anything."
      />
      <PageBody width="form">
        <RulesEditor
          key={current?.version ?? 0}
          rules={current?.rules ?? []}
          version={current?.version ?? 0}
          actions={bound}
        />
        {versions.length > 0 && (
          <section className="mt-8 flex flex-col gap-3">
            <SectionHeader title="Versions" />
            <VersionsList versions={versions} restore={bound.restore} />
          </section>
        )}
        {frozen.length > 0 && (
          <section className="mt-8 flex flex-col gap-3">
            <SectionHeader title="Reports as they were" />
            <FrozenList reports={frozen} basePath={`/${slug}/attribution/frozen`} remove={null} />
          </section>
        )}
      </PageBody>
    </>
  );
}
