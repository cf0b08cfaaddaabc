import * as actions from "#app/(dashboard)/[workspace]/alerts/actions.ts";
import { conditionsWords } from "#components/alerts/condition-words.ts";
import { FiredLog } from "#components/alerts/fired-log.tsx";
import { MessageLog } from "#components/alerts/message-log.tsx";
import { TestPanel } from "#components/alerts/test-panel.tsx";
import { pageLinks } from "#components/table/page-links.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { listFired } from "#lib/alerts/list-fired.ts";
import type { AlertRule } from "#lib/alerts/rule.ts";
import { listMessages } from "#lib/outbox/list-messages.ts";
import type { UrlState } from "#lib/search-state.ts";

interface Props {
  rule: AlertRule;
  slug: string;
  mayChange: boolean;
  state: UrlState;
}

/** What a rule found, what it sent for that, and a way to try its channels. */
export async function RuleLog({ rule, slug, mayChange, state }: Props) {
  const cursor = typeof state.cursor === "string" ? state.cursor : undefined;
  const [fired, messages] = await Promise.all([
    listFired(rule.workspaceId, rule.id),
    listMessages(rule.workspaceId, rule.id, cursor),
  ]);
  const isSending = rule.channels.some(({ kind }) => kind !== "app");
  const path = `/${slug}/alerts/${rule.id}`;
  return (
    <>
      <Card title="When all of this holds" description={conditionsWords(rule.conditions)}>
        {mayChange && <TestPanel test={actions.test.bind(null, slug, rule.id)} />}
      </Card>
      <Card title="Whom it found" padded={false}>
        {fired.length === 0 ? (
          <EmptyState
            compact
            title="Nobody yet"
            text="Whoever meets the conditions from the moment the alert is on is listed here."
          />
        ) : (
          <FiredLog rows={fired} base={`/${slug}`} />
        )}
      </Card>
      {(isSending || messages.rows.length > 0) && (
        <Card title="What it sent" description="Kept for 30 days." padded={false}>
          {messages.rows.length === 0 ? (
            <EmptyState compact title="Nothing yet" text="Each message and what became of it." />
          ) : (
            <MessageLog
              messages={messages.rows}
              retry={mayChange ? actions.retry.bind(null, slug, rule.id) : null}
            />
          )}
        </Card>
      )}
      {(cursor || messages.nextCursor) && (
        <Pagination {...pageLinks(path, state, messages.nextCursor)} />
      )}
    </>
  );
}
