import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DifferenceTable } from "#components/attribution/difference-table.tsx";
import { goalWords, keyWords } from "#components/attribution/words.ts";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { DIMENSIONS } from "#lib/attribution/dimensions.ts";
import { compareFrozen } from "#lib/attribution/frozen/frozen-reports.ts";
import { MODELS } from "#lib/attribution/models.ts";
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
  const { query, name, createdAt } = found;
  const words = [
    goalWords(query.goal),
    MODELS[query.model].label,
    `${query.from} to ${query.to} (${query.timezone})`,
    `frozen ${formatDateTime(createdAt, workspace.timezone)}`,
  ];
  return (
    <>
      <PageHeader title={name} description={words.join(" · ")} />
      <PageBody>
        <DifferenceTable
          rows={found.rows}
          total={found.total}
          dimensionLabel={DIMENSIONS[query.dimension].label}
          nullText={keyWords(null, query.dimension)}
        />
      </PageBody>
    </>
  );
}
