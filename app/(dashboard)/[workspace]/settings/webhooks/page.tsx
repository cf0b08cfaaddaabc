import type { Metadata } from "next";
import { Suspense } from "react";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { CreateEndpoint } from "#components/webhooks/create-endpoint.tsx";
import { EndpointCard } from "#components/webhooks/endpoint-card.tsx";
import { EndpointsSkeleton } from "#components/webhooks/endpoints-skeleton.tsx";
import { FirstEndpoint } from "#components/webhooks/first-endpoint.tsx";
import type { WebhookActions } from "#components/webhooks/webhook-actions.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { env } from "#lib/env.ts";
import { listEndpoints } from "#lib/webhooks/list-endpoints.ts";
import * as actions from "./actions.ts";

const DESCRIPTION = "Where Midbound and other senders deliver, and the secrets they sign with.";

export const metadata: Metadata = { title: "Webhooks" };

interface Props {
  params: Promise<{ workspace: string }>;
}

export default async function WebhooksPage({ params }: Props) {
  const { workspace } = await requireMember((await params).workspace, "webhooks.manage");
  return (
    <Suspense fallback={<EndpointsLoading />}>
      <Endpoints workspace={workspace} />
    </Suspense>
  );
}

function EndpointsLoading() {
  return (
    <>
      <PageHeader title="Webhooks" description={DESCRIPTION} />
      <PageBody width="form">
        <EndpointsSkeleton />
      </PageBody>
    </>
  );
}

async function Endpoints({ workspace }: { workspace: { id: string; slug: string } }) {
  const endpoints = await listEndpoints(workspace.id);
  const bound = boundTo(workspace.slug);
  const create = <CreateEndpoint create={bound.create} replaceSecret={bound.replaceSecret} />;
  return (
    <>
      <PageHeader
        title="Webhooks"
        description={DESCRIPTION}
        actions={endpoints.length > 0 && create}
      />
      <PageBody width="form">
        {endpoints.length === 0 && <FirstEndpoint action={create} />}
        {endpoints.map((endpoint) => (
          <EndpointCard
            key={endpoint.id}
            endpoint={endpoint}
            url={`${env().APP_URL}/api/webhooks/${endpoint.id}`}
            deliveriesHref={`/${workspace.slug}/settings/deliveries?endpoint=${endpoint.id}`}
            actions={bound}
          />
        ))}
      </PageBody>
    </>
  );
}

function boundTo(slug: string): WebhookActions {
  return {
    create: actions.createEndpoint.bind(null, slug),
    rename: actions.renameEndpoint.bind(null, slug),
    setDisabled: actions.setEndpointDisabled.bind(null, slug),
    replaceSecret: actions.replaceSecret.bind(null, slug),
    revokeSecret: actions.revokeSecret.bind(null, slug),
    sendTest: actions.sendTest.bind(null, slug),
  };
}
