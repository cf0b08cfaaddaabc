import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { TeamSection } from "#app/(dashboard)/[workspace]/team/team-section.tsx";
import { CompanyHeader } from "#components/companies/company-header.tsx";
import { CompanyStats } from "#components/companies/company-stats.tsx";
import { FollowersCard } from "#components/companies/followers-card.tsx";
import { FundingCard } from "#components/companies/funding-card.tsx";
import { HeadcountCard } from "#components/companies/headcount-card.tsx";
import { ListSkeleton } from "#components/companies/list-skeleton.tsx";
import { OverviewCard } from "#components/companies/overview-card.tsx";
import { SeoCard } from "#components/companies/seo-card.tsx";
import { TrafficCard } from "#components/companies/traffic-card.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { FactSourceProvider } from "#components/visitors/sources/fact-source-context.tsx";
import { can } from "#lib/auth/permissions.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { CommitteeSection } from "./committee-section.tsx";
import { companyTips } from "./company-tips.tsx";
import { explainCompanyFact } from "./fact-actions.ts";
import { HistorySection } from "./history-section.tsx";
import { PeopleSection } from "./people-section.tsx";
import { readCompany } from "./read-company.ts";
import { SessionsSection } from "./sessions-section.tsx";

interface Props {
  params: Promise<{ workspace: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace: slug, id } = await params;
  const { workspace } = await requireMember(slug, "companies.read");
  return { title: (await readCompany(workspace.id, id))?.name ?? "Company" };
}

export default async function CompanyPage({ params }: Props) {
  const { workspace: slug, id } = await params;
  const member = await requireMember(slug, "companies.read");
  const { workspace, role } = member;
  const company = await readCompany(workspace.id, id);
  if (!company) notFound();
  const tip = companyTips(company);
  return (
    <FactSourceProvider explain={explainCompanyFact.bind(null, slug, id)}>
      <CompanyHeader company={company} base={`/${workspace.slug}`} />
      <PageBody className="grid gap-4 xl:grid-cols-[minmax(0,1fr)_23rem] xl:gap-x-6">
        <div className="flex min-w-0 flex-col gap-4">
          <CompanyStats company={company} />
          <Suspense fallback={<ListSkeleton title="People" />}>
            <PeopleSection workspace={workspace} companyId={id} />
          </Suspense>
          <Suspense fallback={<ListSkeleton title="Recent sessions" />}>
            <SessionsSection workspace={workspace} companyId={id} />
          </Suspense>
          <div className="grid grid-cols-[repeat(auto-fit,minmax(min(20rem,100%),1fr))] gap-4 empty:hidden">
            <HeadcountCard headcount={company.headcount} tip={tip} />
            <TrafficCard traffic={company.webTraffic} tip={tip} />
          </div>
          <Suspense>
            <HistorySection workspaceId={workspace.id} companyId={id} />
          </Suspense>
        </div>
        <div className="grid content-start gap-4 md:max-xl:grid-cols-2">
          {can(role, "leads.write") && <TeamSection member={member} of={{ companyId: id }} />}
          <Suspense>
            <CommitteeSection workspace={workspace} companyId={id} />
          </Suspense>
          <OverviewCard company={company} tip={tip} />
          <FundingCard funding={company.funding} tip={tip} />
          <FollowersCard followers={company.linkedinFollowers} tip={tip} />
          <SeoCard seo={company.seo} tip={tip} />
        </div>
      </PageBody>
    </FactSourceProvider>
  );
}
