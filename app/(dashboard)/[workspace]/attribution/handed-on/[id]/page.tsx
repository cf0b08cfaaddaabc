import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { saveMail } from "#app/(dashboard)/[workspace]/attribution/handed-on/mail-actions.ts";
import { MailPage } from "#app/(dashboard)/[workspace]/attribution/handed-on/mail-page.tsx";
import { listSchedules } from "#lib/attribution/scheduled/list-schedules.ts";
import { requireMember } from "#lib/auth/require-member.ts";

export const metadata: Metadata = { title: "Edit mail" };

interface Props {
  params: Promise<{ workspace: string; id: string }>;
}

export default async function EditMailPage({ params }: Props) {
  const { workspace: slug, id } = await params;
  const member = await requireMember(slug, "reports.share");
  const found = (await listSchedules(member.workspace.id)).find((each) => each.id === id);
  if (!found) notFound();
  const { name, rhythm, day, hour, report, recipients } = found;
  const others = recipients.filter(({ userId }) => userId === null);
  return (
    <MailPage
      member={member}
      report={report}
      title="Edit mail"
      before={{
        ...{ name, rhythm, day, hour, addresses: others.map((each) => each.name) },
        memberIds: recipients.flatMap(({ userId }) => userId ?? []),
      }}
      save={saveMail.bind(null, slug, id)}
    />
  );
}
