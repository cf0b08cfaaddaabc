import type { Metadata } from "next";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { RecomputeProgress } from "#components/scoring/recompute-progress.tsx";
import { RulesForm } from "#components/scoring/rules-form.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { getRulesInfo, type RulesInfo } from "#lib/scoring/get-rules-info.ts";
import { draftOf } from "#lib/scoring/rules-draft.ts";
import { DEFAULT_RULES } from "#lib/scoring/score-rules.ts";
import { previewScoreRules, saveScoreRules } from "./actions.ts";

export const metadata: Metadata = { title: "Scoring" };

interface Props {
  params: Promise<{ workspace: string }>;
}

export default async function ScoringPage({ params }: Props) {
  const { workspace } = await requireMember((await params).workspace, "scoring.manage");
  const info = await getRulesInfo(workspace.id);
  const { slug } = workspace;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: `/${slug}/settings`, label: "Settings" }]}
        title="Scoring"
        description="A score is fit × intent × recency, from 0 to 100: who is wanted, what they did, and how long ago."
        meta={<Version info={info} />}
      />
      <PageBody width="form">
        <Run run={info.run} />
        <RulesForm
          // Saved rules are the form's new start.
          key={info.set.version}
          draft={draftOf(info.set.rules)}
          defaults={draftOf(DEFAULT_RULES)}
          version={info.set.version}
          base={`/${slug}`}
          actions={{
            preview: previewScoreRules.bind(null, slug),
            save: saveScoreRules.bind(null, slug),
          }}
        />
      </PageBody>
    </>
  );
}

function Version({ info: { set, saved } }: { info: RulesInfo }) {
  if (!saved) return <span className="text-ink-muted text-sm">Foyer’s defaults</span>;
  return (
    <span className="text-ink-muted text-sm">
      Version {set.version}
      {saved.by && `, saved by ${saved.by}`} <RelativeTime value={saved.at} />
    </span>
  );
}

function Run({ run }: Pick<RulesInfo, "run">) {
  if (!run || run.state === "done") return null;
  if (run.state !== "failed") return <RecomputeProgress done={run.done} total={run.total} />;
  return (
    <p role="alert" className="rounded-lg bg-danger-soft px-4 py-3 text-danger-text text-sm">
      Not everybody could be scored by these rules. {run.error} Save a change to try again.
    </p>
  );
}
