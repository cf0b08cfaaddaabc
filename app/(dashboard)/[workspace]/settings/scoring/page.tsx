import type { Metadata } from "next";
import { z } from "zod";
import type { WorkspacePageProps } from "#app/(dashboard)/[workspace]/page-props.ts";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { RulesForm } from "#components/scoring/rules-form.tsx";
import { RestoringNote, RulesRun, RulesVersion } from "#components/scoring/rules-standing.tsx";
import { VersionsCard } from "#components/scoring/versions-card.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { getRulesInfo } from "#lib/scoring/get-rules-info.ts";
import { getRuleVersion, listRuleVersions } from "#lib/scoring/rule-versions.ts";
import { draftOf } from "#lib/scoring/rules-draft.ts";
import { DEFAULT_RULES } from "#lib/scoring/score-rules.ts";
import { previewScoreRules, saveScoreRules } from "./actions.ts";

export const metadata: Metadata = { title: "Scoring" };

const number = z.coerce.number().int().min(0).max(2_147_483_647).optional().catch(undefined);
/** `version`: whose rules the form begins with; `before`: the versions older than this one. */
const pageParams = z.object({ version: number, before: number });

export default async function ScoringPage({ params, searchParams }: WorkspacePageProps) {
  const { workspace } = await requireMember((await params).workspace, "scoring.manage");
  const { version, before } = pageParams.parse(await searchParams);
  const [info, history, chosen] = await Promise.all([
    getRulesInfo(workspace.id),
    listRuleVersions(workspace.id, before),
    version === undefined ? null : getRuleVersion(workspace.id, version),
  ]);
  const { slug } = workspace;
  const path = `/${slug}/settings/scoring`;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: `/${slug}/settings`, label: "Settings" }]}
        title="Scoring"
        description="A score is fit × intent × recency, from 0 to 100: who is wanted, what they did, and how long ago."
        meta={<RulesVersion info={info} />}
      />
      <PageBody width="form">
        <RulesRun run={info.run} />
        {chosen && version !== info.set.version && (
          <RestoringNote version={version ?? 0} path={path} />
        )}
        <RulesForm
          // Saved rules are the form's new start.
          key={`${info.set.version} ${version}`}
          draft={draftOf(chosen ?? info.set.rules)}
          defaults={draftOf(DEFAULT_RULES)}
          version={info.set.version}
          base={`/${slug}`}
          actions={{
            preview: previewScoreRules.bind(null, slug),
            save: saveScoreRules.bind(null, slug),
          }}
        />
        <VersionsCard {...history} inForce={info.set.version} path={path} />
      </PageBody>
    </>
  );
}
