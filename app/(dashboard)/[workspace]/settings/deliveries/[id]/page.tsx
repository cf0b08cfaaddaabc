import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { replay } from "#app/(dashboard)/[workspace]/settings/deliveries/actions.ts";
import { DeliveryFacts } from "#components/deliveries/delivery-facts.tsx";
import { Fate } from "#components/deliveries/fate.tsx";
import { Payload } from "#components/deliveries/payload.tsx";
import { ProblemList } from "#components/deliveries/problem-list.tsx";
import { RelatedDeliveries } from "#components/deliveries/related-deliveries.tsx";
import { ReplayButton } from "#components/deliveries/replay-button.tsx";
import { ConflictBadge, StateBadge } from "#components/deliveries/state-badge.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Card } from "#components/ui/card.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { getDeliveryTrace } from "#lib/inbox/get-delivery-trace.ts";
import { getDelivery, getDeliveryPayload } from "#lib/inbox/ledger-queries.ts";
import { parseBody } from "#lib/inbox/parse-body.ts";

export const metadata: Metadata = { title: "Delivery" };

interface Props {
  params: Promise<{ workspace: string; id: string }>;
}

export default async function DeliveryPage({ params }: Props) {
  const { workspace: slug, id } = await params;
  const { workspace } = await requireMember(slug, "deliveries.payload");
  const [delivery, trace, body] = await Promise.all([
    getDelivery(workspace.id, id),
    getDeliveryTrace(workspace.id, id),
    getDeliveryPayload(workspace.id, id),
  ]);
  if (!delivery || !trace) notFound();
  const base = `/${workspace.slug}/settings/deliveries`;
  const parsed = body && parseBody(body);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: base, label: "Deliveries" }]}
        title={delivery.type ?? "Unknown type"}
        meta={
          <>
            <StateBadge state={delivery.state} />
            {delivery.conflict && <ConflictBadge />}
          </>
        }
        actions={
          <ReplayButton id={id} state={delivery.state} replay={replay.bind(null, workspace.slug)} />
        }
      />
      <PageBody width="wide">
        <div className="grid min-w-0 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <Card title="What became of it">
              <div className="flex flex-col gap-3">
                <Fate delivery={delivery} trace={trace} />
                <ProblemList detail={trace.detail} />
              </div>
            </Card>
            <Card title="Payload">
              <Payload
                body={body}
                value={parsed?.ok ? parsed.value : undefined}
                removed={trace.removed}
              />
            </Card>
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <Card title="Details">
              <DeliveryFacts delivery={delivery} trace={trace} />
            </Card>
            <RelatedDeliveries related={trace.related} base={base} />
          </div>
        </div>
      </PageBody>
    </>
  );
}
