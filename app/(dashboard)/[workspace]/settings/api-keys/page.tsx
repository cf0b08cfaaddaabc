import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import { ApiKeysList } from "#components/api-keys/api-keys-list.tsx";
import { CreateApiKey } from "#components/api-keys/create-api-key.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listApiKeys } from "#lib/api-keys/list-api-keys.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { env } from "#lib/env.ts";
import * as actions from "./actions.ts";

export const metadata: Metadata = { title: "API keys" };

interface Props {
  params: Promise<{ workspace: string }>;
}

export default async function ApiKeysPage({ params }: Props) {
  const { workspace } = await requireMember((await params).workspace, "apikeys.manage");
  const keys = await listApiKeys(workspace.id);
  const apiUrl = `${env().APP_URL}/api/v1`;
  const create = (
    <CreateApiKey create={actions.create.bind(null, workspace.slug)} apiUrl={apiUrl} />
  );
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: `/${workspace.slug}/settings`, label: "Settings" }]}
        title="API keys"
        description={
          <>
            For scripts and integrations. The API describes itself at{" "}
            <code className="break-all font-mono text-xs">{apiUrl}/openapi.json</code>.
          </>
        }
        actions={keys.length > 0 && create}
      />
      <PageBody width="form">
        {keys.length === 0 ? (
          <EmptyState
            icon={<KeyRound />}
            title="No API keys yet"
            text="A key lets a script read what this workspace knows, as far as its scopes allow. Make one for each integration, so that each can be revoked alone."
            actions={create}
          />
        ) : (
          <ApiKeysList keys={keys} revoke={actions.revoke.bind(null, workspace.slug)} />
        )}
      </PageBody>
    </>
  );
}
