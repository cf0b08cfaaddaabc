import { Tags } from "lucide-react";
import type { Metadata } from "next";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { CreateTag } from "#components/leads/create-tag.tsx";
import { TagsTable } from "#components/leads/tags-table.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { listTagsWithUse } from "#lib/leads/tags/tags.ts";
import * as actions from "./actions.ts";

export const metadata: Metadata = { title: "Tags" };

interface Props {
  params: Promise<{ workspace: string }>;
}

export default async function TagsPage({ params }: Props) {
  const { workspace } = await requireMember((await params).workspace, "leads.write");
  const { slug } = workspace;
  const tags = await listTagsWithUse(workspace.id);
  const bound = {
    create: actions.createTag.bind(null, slug),
    edit: actions.editTag.bind(null, slug),
    remove: actions.deleteTag.bind(null, slug),
  };
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: `/${slug}/settings`, label: "Settings" }]}
        title="Tags"
        description="Words of your own on visitors, to filter by and to remember."
        actions={
          <>
            <LinkButton href={`/${slug}/settings/import`}>Import from CSV</LinkButton>
            <CreateTag create={bound.create} />
          </>
        }
      />
      <PageBody width="form">
        {tags.length === 0 ? (
          <EmptyState
            icon={<Tags />}
            title="No tags yet"
            text="Make one here or on a visitor’s page. A tag can then be put on many visitors at once from the list."
          />
        ) : (
          <Card padded={false}>
            <TagsTable tags={tags} visitorsPath={`/${slug}/visitors`} actions={bound} />
          </Card>
        )}
      </PageBody>
    </>
  );
}
