import { Link2, Mail } from "lucide-react";
import type { Metadata } from "next";
import { MailList } from "#components/attribution/handing-on/mail-list.tsx";
import { ShareList } from "#components/attribution/handing-on/share-list.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
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
  const [shares, schedules, members] = await Promise.all([
    listShares(id),
    listSchedules(id),
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
        <section aria-label="Public links" className="flex flex-col gap-2">
          <h2 className="font-medium text-ink-muted text-xs">Public links</h2>
          {shares.length === 0 ? (
            <EmptyState
              icon={<Link2 />}
              compact
              title="No public link"
              text="“Share” on a report makes one that shows its figures without a sign-in."
              className="rounded-lg border border-line"
            />
          ) : (
            <ShareList
              shares={shares.map((each) => shareItem(each, slug, names, at))}
              revoke={revoke.bind(null, slug)}
            />
          )}
        </section>
        <section aria-label="Mails" className="flex flex-col gap-2">
          <h2 className="font-medium text-ink-muted text-xs">Mails</h2>
          {schedules.length === 0 ? (
            <EmptyState
              icon={<Mail />}
              compact
              title="No report is mailed"
              text="“Share” on a report sends it every week or month to whom you choose."
              className="rounded-lg border border-line"
            />
          ) : (
            <MailList
              mails={schedules.map((each) => mailItem(each, slug, timezone))}
              actions={{
                pause: pauseMail.bind(null, slug),
                remove: removeMail.bind(null, slug),
                copy: copyMail.bind(null, slug),
              }}
            />
          )}
        </section>
      </PageBody>
    </>
  );
}
