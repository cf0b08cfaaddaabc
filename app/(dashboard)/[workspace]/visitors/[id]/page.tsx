import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requireMember } from "#lib/auth/require-member.ts";
import type { UrlState } from "#lib/search-state.ts";
import { readVisitor } from "./read-visitor.ts";
import { VisitorView } from "./visitor-view.tsx";

interface Props {
  params: Promise<{ workspace: string; id: string }>;
  searchParams: Promise<UrlState>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace: slug, id } = await params;
  const { workspace } = await requireMember(slug, "visitors.read");
  const visitor = await readVisitor(workspace.id, id);
  return { title: visitor && "fullName" in visitor ? (visitor.fullName ?? "Visitor") : "Visitor" };
}

export default async function VisitorPage({ params, searchParams }: Props) {
  const { workspace: slug, id } = await params;
  const member = await requireMember(slug, "visitors.read");
  const visitor = await readVisitor(member.workspace.id, id);
  if (!visitor) notFound();
  const base = `/${member.workspace.slug}`;
  if ("redirectTo" in visitor) redirect(`${base}/visitors/${visitor.redirectTo}`);
  return <VisitorView visitor={visitor} member={member} search={await searchParams} />;
}
