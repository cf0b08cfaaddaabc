import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { CopyLine } from "#components/ui/copy-line.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { formatNumber } from "#lib/format.ts";
import type { EndpointInfo } from "#lib/webhooks/list-endpoints.ts";
import { EndpointMenu } from "./endpoint-menu.tsx";
import { SecretList } from "./secret-list.tsx";
import { TestButton } from "./test-button.tsx";
import type { WebhookActions } from "./webhook-actions.ts";

export type EndpointCardProps = {
  endpoint: EndpointInfo;
  url: string;
  /** The ledger, narrowed down to this endpoint. */
  deliveriesHref: string;
  actions: WebhookActions;
};

export function EndpointCard({ endpoint, url, deliveriesHref, actions }: EndpointCardProps) {
  const { id, name, disabledAt, lastReceivedAt, recent, secrets } = endpoint;
  const isDisabled = disabledAt !== null;
  const isUsed = secrets.some((secret) => secret.lastUsedAt !== null);
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="min-w-0 break-words">{name}</span>
          <StateBadge isDisabled={isDisabled} isUsed={lastReceivedAt !== null} />
        </span>
      }
      actions={<EndpointMenu endpoint={{ id, name, isDisabled, isUsed }} actions={actions} />}
    >
      <div className="flex flex-col gap-4">
        <CopyLine name="URL" text={url} />
        <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
          <div>
            <dt className="text-ink-muted text-xs">Last received</dt>
            <dd>{lastReceivedAt ? <RelativeTime value={lastReceivedAt} /> : "Nothing yet"}</dd>
          </div>
          <div className="min-w-0">
            <dt className="text-ink-muted text-xs">Last 24 hours</dt>
            <dd className="flex flex-wrap gap-x-3">
              <Recent counts={recent} href={deliveriesHref} />
            </dd>
          </div>
        </dl>
        <section aria-label={`Secrets of ${name}`}>
          <h3 className="mb-1.5 font-medium text-ink-muted text-xs">Secrets</h3>
          <SecretList secrets={secrets} revoke={actions.revokeSecret} />
        </section>
        <TestButton endpointId={id} disabled={isDisabled} send={actions.sendTest} />
      </div>
    </Card>
  );
}

function StateBadge({ isDisabled, isUsed }: { isDisabled: boolean; isUsed: boolean }) {
  if (isDisabled) return <Badge tone="danger">Disabled</Badge>;
  if (!isUsed) return <Badge tone="warning">Waiting for its first delivery</Badge>;
  return <Badge tone="positive">Open</Badge>;
}

function Recent({ counts, href }: { counts: Record<string, number>; href: string }) {
  const entries = Object.entries(counts).sort(([, a], [, b]) => b - a);
  if (entries.length === 0) return "No deliveries";
  return entries.map(([state, count]) => (
    <Link
      key={state}
      href={`${href}&state=${state}`}
      className="rounded-sm text-ink underline decoration-line-strong underline-offset-2 hover:decoration-ink"
    >
      {formatNumber(count)} {state}
    </Link>
  ));
}
