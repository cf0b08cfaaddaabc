import { ChartNoAxesColumn, RotateCcw, Webhook } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

const FRAME = "rounded-lg border border-line";

/** No session has ever arrived. */
export function NoSessionsYet({ webhooksHref }: { webhooksHref: string | null }) {
  return (
    <EmptyState
      icon={<Webhook />}
      title="No session has arrived yet"
      text={
        webhooksHref
          ? "Once a webhook delivers the sessions of identified visitors, their credit for conversions stands here."
          : "Once a webhook delivers the sessions of identified visitors, their credit for conversions stands here. An admin can connect one under Settings → Webhooks."
      }
      actions={
        webhooksHref && (
          <LinkButton href={webhooksHref} variant="primary">
            Set up a webhook
          </LinkButton>
        )
      }
      className={FRAME}
    />
  );
}

type NoConversionsProps = {
  goal: string;
  /** The dates in words. */
  period: string;
  /** Longer periods, for as many as are longer than this one. */
  wider: readonly { label: string; href: string }[];
};

/** Nobody reached the goal in the period. */
export function NoConversions({ goal, period, wider }: NoConversionsProps) {
  return (
    <EmptyState
      icon={<ChartNoAxesColumn />}
      title={`Nobody reached “${goal}” in this period`}
      text={`${period} has no conversion to credit. ${
        wider.length > 0 ? "Widen the period, or choose another goal." : "Choose another goal."
      }`}
      actions={wider.map(({ label, href }) => (
        <LinkButton key={href} href={href} scroll={false}>
          {label}
        </LinkButton>
      ))}
      className={FRAME}
    />
  );
}

/** A URL that says something else than a report. */
export function WrongLink({ problem, resetHref }: { problem: string; resetHref: string }) {
  return (
    <div className={FRAME}>
      <ErrorState
        title="This link cannot be read"
        text={problem}
        actions={
          <LinkButton href={resetHref} icon={<RotateCcw />}>
            Reset to the standard report
          </LinkButton>
        }
      />
    </div>
  );
}
