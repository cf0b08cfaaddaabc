import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Suspense } from "react";
import { PageBody } from "#components/layout/page-body.tsx";
import { SectionHeader } from "#components/ui/section-header.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { AboutCard } from "#components/visitors/about-card.tsx";
import { ConfidenceCard } from "#components/visitors/confidence-card.tsx";
import { EducationCard } from "#components/visitors/education-card.tsx";
import { EmailsCard } from "#components/visitors/emails-card.tsx";
import { PositionsCard } from "#components/visitors/positions-card.tsx";
import { TimelineSkeleton } from "#components/visitors/timeline/timeline-skeleton.tsx";
import { TouchCard } from "#components/visitors/touch-card.tsx";
import { VisitorHeader } from "#components/visitors/visitor-header.tsx";
import { VisitorStats } from "#components/visitors/visitor-stats.tsx";
import { can } from "#lib/auth/permissions.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { DevicesSection } from "./devices-section.tsx";
import { readVisitor } from "./read-visitor.ts";
import { TimelineSection } from "./timeline-section.tsx";

interface Props {
  params: Promise<{ workspace: string; id: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace: slug, id } = await params;
  const { workspace } = await requireMember(slug, "visitors.read");
  const visitor = await readVisitor(workspace.id, id);
  return { title: visitor && "fullName" in visitor ? (visitor.fullName ?? "Visitor") : "Visitor" };
}

export default async function VisitorPage({ params, searchParams }: Props) {
  const { workspace: slug, id } = await params;
  const { workspace, role } = await requireMember(slug, "visitors.read");
  const visitor = await readVisitor(workspace.id, id);
  if (!visitor) notFound();
  const base = `/${workspace.slug}`;
  if ("redirectTo" in visitor) redirect(`${base}/visitors/${visitor.redirectTo}`);
  const { cursor } = await searchParams;
  const of = { workspaceId: workspace.id, visitorId: visitor.id };
  return (
    <>
      <VisitorHeader visitor={visitor} base={base} />
      <PageBody className="grid gap-4 xl:grid-cols-[minmax(0,1fr)_23rem] xl:grid-rows-[auto_auto_1fr] xl:gap-x-6">
        <VisitorStats visitor={visitor} />
        <div className="grid content-start gap-4 md:max-xl:grid-cols-2 md:max-xl:*:first:col-span-2 xl:col-start-2 xl:row-span-2 xl:row-start-1">
          <EmailsCard emails={visitor.emails} />
          <TouchCard title="First touch" touch={visitor.firstTouch} />
          <TouchCard title="Last touch" touch={visitor.lastTouch} />
        </div>
        <section id="timeline" aria-label="Timeline" className="min-w-0 scroll-mt-16 xl:row-span-2">
          <SectionHeader title="Timeline" className="mb-3" />
          <Suspense fallback={<TimelineSkeleton />}>
            <TimelineSection
              {...of}
              path={`${base}/visitors/${visitor.id}`}
              cursor={typeof cursor === "string" && cursor ? cursor : undefined}
            />
          </Suspense>
        </section>
        <div className="grid content-start gap-4 md:max-xl:grid-cols-2 xl:col-start-2">
          <PositionsCard base={base} {...visitor} />
          <AboutCard visitor={visitor} withPhones={can(role, "personal.network")} />
          <EducationCard education={visitor.education} />
          <ConfidenceCard confidence={visitor.confidence} />
          <Suspense fallback={<Skeleton className="h-28 rounded-lg" />}>
            <DevicesSection {...of} />
          </Suspense>
        </div>
      </PageBody>
    </>
  );
}
