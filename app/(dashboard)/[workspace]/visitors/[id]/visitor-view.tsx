import { Suspense } from "react";
import { z } from "zod";
import { LeadSection } from "#app/(dashboard)/[workspace]/team/lead-section.tsx";
import { TeamSection } from "#app/(dashboard)/[workspace]/team/team-section.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { ScoreCard } from "#components/scoring/score-card.tsx";
import { SectionHeader } from "#components/ui/section-header.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { AboutCard } from "#components/visitors/about-card.tsx";
import { ConfidenceCard } from "#components/visitors/confidence-card.tsx";
import { EducationCard } from "#components/visitors/education-card.tsx";
import { EmailsCard } from "#components/visitors/emails-card.tsx";
import { IdentityProvider } from "#components/visitors/identity/identity-context.tsx";
import { VisitorMenu } from "#components/visitors/identity/visitor-menu.tsx";
import { PositionsCard } from "#components/visitors/positions-card.tsx";
import { FactSourceProvider } from "#components/visitors/sources/fact-source-context.tsx";
import { SessionDetailProvider } from "#components/visitors/timeline/session-detail-context.tsx";
import { TimelineFilter } from "#components/visitors/timeline/timeline-filter.tsx";
import { TimelineSkeleton } from "#components/visitors/timeline/timeline-skeleton.tsx";
import { TouchCard } from "#components/visitors/touch-card.tsx";
import { VisitorHeader } from "#components/visitors/visitor-header.tsx";
import { visitorName } from "#components/visitors/visitor-name.ts";
import { VisitorStats } from "#components/visitors/visitor-stats.tsx";
import { can } from "#lib/auth/permissions.ts";
import type { Member } from "#lib/auth/require-member.ts";
import type { UrlState } from "#lib/search-state.ts";
import { parseSearchState } from "#lib/search-state.ts";
import { timelineParams } from "#lib/visitors/list-timeline.ts";
import type { VisitorProfile } from "#lib/visitors/visitor-profile.ts";
import { bindIdentity } from "./bind-identity.ts";
import { DevicesSection } from "./devices-section.tsx";
import { explainVisitorFact } from "./fact-actions.ts";
import { IdentitySection } from "./identity-section.tsx";
import { eraseVisitor } from "./privacy-actions.ts";
import { loadSessionDetail } from "./session-actions.ts";
import { TimelineSection } from "./timeline-section.tsx";

/** Where the page's timeline begins, and what it shows. */
const timelineState = timelineParams.extend({ at: z.iso.datetime().optional() });

interface Props {
  visitor: VisitorProfile;
  member: Member;
  search: UrlState;
}

/** The page of a visitor: what it did in the middle, who it is at the side. */
export function VisitorView({ visitor, member, search }: Props) {
  const { workspace, role } = member;
  const base = `/${workspace.slug}`;
  const path = `${base}/visitors/${visitor.id}`;
  const of = { workspaceId: workspace.id, visitorId: visitor.id };
  const { kind, cursor, at } = parseSearchState(timelineState, search).value;
  const identity = can(role, "leads.write") ? bindIdentity(workspace.slug, visitor.id) : null;
  const name = visitorName({
    fullName: visitor.fullName,
    primaryEmail: visitor.emails[0]?.value ?? null,
  });
  const privacy = can(role, "privacy.manage")
    ? {
        name,
        exportHref: `${path}/export`,
        listHref: `${base}/visitors`,
        erase: eraseVisitor.bind(null, workspace.slug, visitor.id),
      }
    : null;
  return (
    <IdentityProvider value={identity && { visitor: { id: visitor.id, name }, actions: identity }}>
      <FactSourceProvider explain={explainVisitorFact.bind(null, workspace.slug, visitor.id)}>
        <VisitorHeader visitor={visitor} base={base} menu={<VisitorMenu privacy={privacy} />} />
        {can(role, "leads.write") && (
          <LeadSection workspace={workspace} visitorId={visitor.id} lead={visitor} />
        )}
        <PageBody className="grid gap-4 xl:grid-cols-[minmax(0,1fr)_23rem] xl:grid-rows-[auto_auto_1fr] xl:gap-x-6">
          <VisitorStats visitor={visitor} />
          <div className="grid content-start gap-4 md:max-xl:grid-cols-2 md:max-xl:*:first:col-span-2 xl:col-start-2 xl:row-span-2 xl:row-start-1">
            <EmailsCard emails={visitor.emails} />
            <ScoreCard score={visitor.score} />
            {can(role, "leads.write") && (
              <TeamSection member={member} of={{ visitorId: visitor.id }} />
            )}
            <TouchCard title="First touch" touch={visitor.firstTouch} />
            <TouchCard title="Last touch" touch={visitor.lastTouch} />
          </div>
          <section
            id="timeline"
            aria-label="Timeline"
            className="min-w-0 scroll-mt-16 xl:row-span-2"
          >
            <SectionHeader
              title="Timeline"
              className="mb-3"
              actions={<TimelineFilter kind={kind ?? null} path={path} />}
            />
            <Suspense key={`${kind} ${cursor} ${at}`} fallback={<TimelineSkeleton />}>
              <SessionDetailProvider load={loadSessionDetail.bind(null, workspace.slug)}>
                <TimelineSection {...of} path={path} kind={kind} cursor={cursor} at={at} />
              </SessionDetailProvider>
            </Suspense>
          </section>
          <div className="grid content-start gap-4 md:max-xl:grid-cols-2 xl:col-start-2">
            <Suspense>
              <IdentitySection {...of} base={base} undo={identity?.undo ?? null} />
            </Suspense>
            <PositionsCard base={base} {...visitor} />
            <AboutCard visitor={visitor} withPhones={can(role, "personal.network")} />
            <EducationCard education={visitor.education} source={visitor.provenance.education} />
            <ConfidenceCard confidence={visitor.confidence} />
            <Suspense fallback={<Skeleton className="h-28 rounded-lg" />}>
              <DevicesSection {...of} />
            </Suspense>
          </div>
        </PageBody>
      </FactSourceProvider>
    </IdentityProvider>
  );
}
