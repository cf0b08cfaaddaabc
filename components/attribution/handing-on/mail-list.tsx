import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { FailedSending, type FailedSendingProps } from "./failed-sending.tsx";
import type { MailActions } from "./hand-on-actions.ts";
import { CopyMailButton, PauseMailButton } from "./mail-buttons.tsx";
import { RemoveButton } from "./remove-button.tsx";

export type MailListProps = {
  mails: readonly {
    id: string;
    name: string;
    /** Which report. */
    report: string;
    /** "Every Monday at 8:00". */
    when: string;
    /** The next time in words; null while it is paused. */
    next: string | null;
    recipients: readonly { id: string; name: string; hasStopped: boolean }[];
    /** Null when the last sending reached everybody, or there was none. */
    failed: FailedSendingProps | null;
    editHref: string;
  }[];
  actions: MailActions;
};

/** Reports that are mailed, each with when and to whom. */
export function MailList({ mails, actions }: MailListProps) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {mails.map(({ id, name, report, when, next, recipients, failed, editHref }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm">
          <div className="flex min-w-48 flex-1 flex-col gap-1">
            <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <span className="wrap-anywhere min-w-0 font-medium text-ink">{name}</span>
              {next === null && <Badge>Paused</Badge>}
            </div>
            <span className="text-ink-muted text-xs">
              {report} · {when}
              {next && ` · next ${next}`}
            </span>
            <span className="wrap-anywhere text-ink-muted text-xs">
              To{" "}
              {recipients.length === 0
                ? "nobody any more"
                : recipients
                    .map((each) => each.name + (each.hasStopped ? " (has stopped it)" : ""))
                    .join(", ")}
            </span>
            {failed && <FailedSending {...failed} />}
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <CopyMailButton id={id} name={name} copy={actions.copy} />
            <PauseMailButton id={id} name={name} isPaused={next === null} pause={actions.pause} />
            <LinkButton href={editHref} size="sm" aria-label={`Edit ${name}`}>
              Edit
            </LinkButton>
            <RemoveButton
              id={id}
              verb="Remove"
              name={name}
              text="Nobody gets it any more."
              remove={actions.remove}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
