import { TriangleAlert } from "lucide-react";
import { formatNumber } from "#lib/format.ts";

export type FailedSendingProps = {
  /** When it was sent, in words. */
  at: string;
  /** To how many. */
  mails: number;
  /** Whom it did not reach. */
  missed: readonly string[];
  /** How many of them it is tried again for. */
  waiting: number;
  reason: string;
};

const MOST_NAMES = 3;

/** What became of a mail's last sending, where it did not reach everybody. */
export function FailedSending({ at, mails, missed, waiting, reason }: FailedSendingProps) {
  return (
    <p className="wrap-anywhere flex gap-1.5 text-danger-text text-xs [&_svg]:mt-px [&_svg]:size-3.5 [&_svg]:shrink-0">
      <TriangleAlert aria-hidden="true" />
      <span>
        {`Last sending, ${at}: not delivered to ${missed.length === mails ? "anybody" : names(missed)}. `}
        {reason}
        {waiting > 0 && " It is tried again."}
      </span>
    </p>
  );
}

function names(missed: readonly string[]): string {
  const named = missed.slice(0, MOST_NAMES).join(", ");
  const more = missed.length - MOST_NAMES;
  return more > 0 ? `${named} and ${formatNumber(more)} more` : named;
}
