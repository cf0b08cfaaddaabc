import { MailForm, type MailFormProps } from "#components/attribution/handing-on/mail-form.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { REPORTS, type ReportName } from "#lib/attribution/figures/reports.ts";
import { can } from "#lib/auth/permissions.ts";
import type { Member } from "#lib/auth/require-member.ts";
import { now } from "#lib/clock.ts";
import { hasMail } from "#lib/mail/send-mail.ts";
import { listMembers } from "#lib/workspaces/list-members.ts";

interface Props extends Pick<MailFormProps, "before" | "save"> {
  member: Member;
  report: ReportName;
  title: string;
}

/** The form of a mail with what it has to know of the workspace. The page is the gate. */
export async function MailPage({ member, report, title, before, save }: Props) {
  const { workspace, role } = member;
  const members = await listMembers(workspace.id, new Date(now()));
  const listHref = `/${workspace.slug}/attribution/handed-on`;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[{ href: listHref, label: "Links and mails" }]}
        description={`The figures of “${REPORTS[report].label}”, with a link to it. People, companies, receipts and notes are left out; whoever gets it can stop it with one click.`}
      />
      <PageBody width="form">
        {!hasMail() && (
          <p
            role="status"
            className="rounded-lg border border-line bg-warning-soft px-4 py-3 text-sm text-warning-text"
          >
            No mail server is set up, so nothing will be sent. An operator has to set SMTP_URL.
          </p>
        )}
        <MailForm
          before={before}
          team={members
            .filter(({ isDisabled }) => !isDisabled)
            .map(({ userId, name }) => ({ id: userId, name }))}
          mayWriteOutside={can(role, "people.manage")}
          timezone={workspace.timezone}
          listHref={listHref}
          save={save}
        />
      </PageBody>
    </>
  );
}
