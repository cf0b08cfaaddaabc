import { redirect } from "next/navigation";
import { requireMember } from "#lib/auth/require-member.ts";

interface Props {
  params: Promise<{ workspace: string }>;
}

export default async function WorkspacePage({ params }: Props) {
  const { workspace } = await requireMember((await params).workspace);
  redirect(`/${workspace.slug}/visitors`);
}
