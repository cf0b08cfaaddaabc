import type { Metadata } from "next";
import { readJob } from "#app/(dashboard)/[workspace]/jobs/actions.ts";
import { ImportForm } from "#components/jobs/import-form.tsx";
import { ImportHelp } from "#components/jobs/import-help.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Card } from "#components/ui/card.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { listJobsOf } from "#lib/jobs/get-job.ts";
import { IMPORT_LEADS } from "#lib/leads/import/import-leads.ts";

export const metadata: Metadata = { title: "Import" };

interface Props {
  params: Promise<{ workspace: string }>;
}

export default async function ImportPage({ params }: Props) {
  const { workspace, user } = await requireMember((await params).workspace, "leads.write");
  const base = `/${workspace.slug}`;
  // Whoever left while it ran finds it here again.
  const jobs = await listJobsOf(workspace.id, user.id);
  const last = jobs.find((job) => job.name === IMPORT_LEADS && job.state !== "failed");
  return (
    <>
      <PageHeader
        title="Import"
        description="Owners, statuses and tags of many visitors from a CSV file."
        breadcrumbs={[{ href: `${base}/settings`, label: "Settings" }]}
      />
      <PageBody width="form">
        <Card title="File">
          <ImportForm
            uploadPath={`${base}/settings/import/upload`}
            filesPath={`${base}/jobs/files`}
            lastJobId={last?.id ?? null}
            read={readJob.bind(null, workspace.slug)}
          />
        </Card>
        <Card title="What the file has to look like">
          <ImportHelp />
        </Card>
      </PageBody>
    </>
  );
}
