import { Link2, Mail } from "lucide-react";
import type { Metadata } from "next";
import { HandedOnSection } from "#components/attribution/handing-on/handed-on-section.tsx";
import { MailList } from "#components/attribution/handing-on/mail-list.tsx";
import { ShareList } from "#components/attribution/handing-on/share-list.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { listFailedSendings } from "#lib/attribution/scheduled/failed-sendings.ts";
import { listSchedules } from "#lib/attribution/scheduled/list-schedules.ts";
import { listShares } from "#lib/attribution/shares/shares.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { now } from "#lib/clock.ts";
import { listMembers } from "#lib/workspaces/list-members.ts";
import { revoke } from "./actions.ts";
import { mailItem, shareItem } from "./items.ts";
import { copyMail, pauseMail, removeMail } from "./mail-actions.ts";

export const metadata: Metadata = { title: "Links and mails" };

interface Props {
  params: Promise<{ workspace: string }>;
}

/** Everything by which reports leave the workspace, and the way to stop it. */
export default async function HandedOnPage({ params }: Props) {
  const { workspace } = await requireMember((await params).workspace, "reports.share");
  const { id, slug, timezone } = workspace;
  const at = new Date(now());
  const [shares, schedules, failed, members] = await Promise.all([
    listShares(id),
    listSchedules(id),
    listFailedSendings(id),
    listMembers(id, at),
  ]);
  const names = new Map(members.map(({ userId, name }) => [userId, name]));
  const path = `/${slug}/attribution`;
  return (
    <>
      <PageHeader
        title="Links and mails"
        breadcrumbs={[{ href: path, label: "Attribution" }]}
        description="How reports leave this workspace. Figures alone: no person, no company, no receipt."
      />
      <PageBody width="form" className="gap-7">
        <HandedOnSection
          label="Public links"
          icon={<Link2 />}
          emptyTitle="No public link"
          emptyText="“Share” on a report makes one that shows its figures without a sign-in."
        >
          {shares.length > 0 ? (
            <ShareList
              shares={shares.map((each) => shareItem(each, slug, names, at))}
              revoke={revoke.bind(null, slug)}
            />
          ) : null}
        </HandedOnSection>
        <HandedOnSection
          label="Mails"
          icon={<Mail />}
          emptyTitle="No report is mailed"
          emptyText="“Share” on a report sends it every week or month to whom you choose."
        >
          {schedules.length > 0 ? (
            <MailList
              mails={schedules.map((each) => mailItem(each, slug, timezone, failed.get(each.id)))}
              actions={{
                pause: pauseMail.bind(null, slug),
                remove: removeMail.bind(null, slug),
                copy: copyMail.bind(null, slug),
              }}
            />
          ) : null}
        </HandedOnSection>
      </PageBody>
    </>
  );
}
