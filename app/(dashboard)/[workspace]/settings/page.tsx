import { redirect } from "next/navigation";
import { requireMember } from "#lib/auth/require-member.ts";

interface Props {
  params: Promise<{ workspace: string }>;
}

export default async function SettingsPage({ params }: Props) {
  const { workspace } = await requireMember((await params).workspace, "webhooks.manage");
  redirect(`/${workspace.slug}/settings/webhooks`);
}
