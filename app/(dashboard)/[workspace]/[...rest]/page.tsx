import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireMember } from "#lib/auth/require-member.ts";

export const metadata: Metadata = { title: "No such page" };

interface Props {
  params: Promise<{ workspace: string }>;
}

/** What no other page answers: a 404 that keeps the menu. */
export default async function NoSuchPage({ params }: Props) {
  await requireMember((await params).workspace);
  notFound();
}
