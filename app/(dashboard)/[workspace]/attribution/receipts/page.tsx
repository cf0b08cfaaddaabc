import type { Metadata } from "next";
import { Suspense } from "react";
import { daysWords, periodWords } from "#app/(dashboard)/[workspace]/attribution/periods.ts";
import { toSearchParams } from "#app/(dashboard)/[workspace]/attribution/report-links.ts";
import { dimensionWords } from "#app/(dashboard)/[workspace]/attribution/section-props.ts";
import type { WorkspacePageProps } from "#app/(dashboard)/[workspace]/page-props.ts";
import { WrongLink } from "#components/attribution/attribution-empty.tsx";
import { ReceiptsSkeleton } from "#components/attribution/receipts-skeleton.tsx";
import { filterWords } from "#components/attribution/visitor-filter-words.ts";
import { goalWords, rowWords } from "#components/attribution/words.ts";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { MODELS } from "#lib/attribution/models.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { readReceiptQuery } from "./read-receipt-query.ts";
import { ReceiptsSection } from "./receipts-section.tsx";

export const metadata: Metadata = { title: "Receipts" };

export default async function ReceiptsPage({ params, searchParams }: WorkspacePageProps) {
  const { workspace } = await requireMember((await params).workspace, "attribution.read");
  const path = `/${workspace.slug}/attribution`;
  const raw = await searchParams;
  const { state: query, problem } = readReceiptQuery(raw, workspace.timezone);
  const back = toSearchParams(raw);
  for (const own of ["key", "secondKey", "cursor", "before"]) back.delete(own);
  const breadcrumbs = [{ href: query ? `${path}?${back}` : path, label: "Attribution" }];
  if (!query) {
    return (
      <>
        <PageHeader title="Receipts" breadcrumbs={breadcrumbs} />
        <PageBody>
          <WrongLink problem={problem} resetHref={path} />
        </PageBody>
      </>
    );
  }
  const { goal, model, from, to, lookbackDays, key, secondKey = null } = query;
  const label = dimensionWords(query);
  const facts = [
    key === undefined
      ? `Every ${label.toLowerCase()}`
      : `${label}: ${rowWords(query, { key, secondKey })}`,
    goalWords(goal),
    MODELS[model].label,
    periodWords(from, to),
    `Lookback ${daysWords(lookbackDays)}`,
    ...filterWords(query),
  ];
  return (
    <>
      <PageHeader title="Receipts" breadcrumbs={breadcrumbs} description={facts.join(" · ")} />
      <PageBody width="wide">
        <Suspense key={JSON.stringify(query)} fallback={<ReceiptsSkeleton />}>
          <ReceiptsSection workspace={workspace} query={query} url={toSearchParams(raw)} />
        </Suspense>
      </PageBody>
    </>
  );
}
