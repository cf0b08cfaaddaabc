import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { queryWords } from "#app/(dashboard)/[workspace]/attribution/frozen/query-words.ts";
import { queryParams } from "#app/(dashboard)/[workspace]/attribution/report-links.ts";
import { dimensionWords } from "#app/(dashboard)/[workspace]/attribution/section-props.ts";
import { DifferenceTable } from "#components/attribution/difference-table.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { compareFrozen } from "#lib/attribution/frozen/frozen-reports.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { formatDateTime } from "#lib/format.ts";

export const metadata: Metadata = { title: "Then and now" };

interface Props {
  params: Promise<{ workspace: string; id: string }>;
}

export default async function CompareFrozenPage({ params }: Props) {
  const { workspace: slug, id } = await params;
  const { workspace } = await requireMember(slug, "attribution.read");
  const found = await compareFrozen(workspace.id, decodeURIComponent(id));
  if (!found) notFound();
  const { query, name, createdAt, rows, total } = found;
  const path = `/${workspace.slug}/attribution`;
  return (
    <>
      <PageHeader
        title={name}
        breadcrumbs={[
          { href: path, label: "Attribution" },
          { href: `${path}/frozen`, label: "Frozen reports" },
        ]}
        description={`${queryWords(query)} · frozen ${formatDateTime(createdAt, workspace.timezone)}`}
        actions={<LinkButton href={`${path}?${queryParams(query)}`}>The report now</LinkButton>}
      />
      <PageBody>
        <DifferenceTable
          rows={rows}
          total={total}
          dimensions={query}
          dimensionLabel={dimensionWords(query)}
        />
      </PageBody>
    </>
  );
}
