import { Snowflake } from "lucide-react";
import type { Metadata } from "next";
import { FrozenList } from "#components/attribution/frozen-list.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listFrozen } from "#lib/attribution/frozen/frozen-reports.ts";
import { can } from "#lib/auth/permissions.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { remove } from "./actions.ts";
import { queryWords } from "./query-words.ts";

export const metadata: Metadata = { title: "Frozen reports" };

interface Props {
  params: Promise<{ workspace: string }>;
}

const SHOWN = 100;

export default async function FrozenPage({ params }: Props) {
  const { workspace, role } = await requireMember((await params).workspace, "attribution.read");
  const frozen = await listFrozen(workspace.id, SHOWN);
  const path = `/${workspace.slug}/attribution`;
  return (
    <>
      <PageHeader
        title="Frozen reports"
        breadcrumbs={[{ href: path, label: "Attribution" }]}
        description={`Reports as they read when they were frozen, each beside what it reads now.${
          frozen.length === SHOWN ? ` The latest ${SHOWN}.` : ""
        }`}
      />
      <PageBody width="form">
        {frozen.length === 0 ? (
          <EmptyState
            icon={<Snowflake />}
            title="Nothing has been frozen yet"
            text="Freeze a report on its page once you have reported its numbers. Foyer freezes one by itself before each change of the channel rules."
            className="rounded-lg border border-line"
          />
        ) : (
          <FrozenList
            reports={frozen.map(({ query, ...report }) => ({
              ...report,
              words: queryWords(query),
            }))}
            basePath={`${path}/frozen`}
            remove={can(role, "goals.manage") ? remove.bind(null, workspace.slug) : null}
          />
        )}
      </PageBody>
    </>
  );
}
