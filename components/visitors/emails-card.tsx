import { Card } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { VisitorEmail } from "#lib/visitors/visitor-profile.ts";
import { EmailCopy } from "./email-copy.tsx";
import { SourceTip } from "./source-tip.tsx";
import { ValidityBadge } from "./validity-badge.tsx";

const TYPES: Readonly<Record<string, string>> = { professional: "Work", personal: "Personal" };

/** The e-mails of a visitor, the one to use first. */
export function EmailsCard({ emails }: { emails: readonly VisitorEmail[] }) {
  return (
    <Card title="E-mails" padded={false}>
      {emails.length === 0 ? (
        <p className="px-4 pb-4 text-ink-muted">No e-mail is known of this person yet.</p>
      ) : (
        <ul className="divide-y divide-line border-line border-t">
          {emails.map((email) => (
            <Email key={email.value} email={email} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Email({ email }: { email: VisitorEmail }) {
  const { value, type, validity, provider, validatedAt, error } = email;
  const at = value.lastIndexOf("@");
  const problem = error && [error.code, error.message].filter(Boolean).join(": ");
  return (
    <li className="group/fact px-4 py-2.5">
      <div className="flex items-start justify-between gap-2">
        <span className="wrap-anywhere min-w-0 py-1 font-medium text-ink">
          {value.slice(0, at)}
          <wbr />
          {value.slice(at)}
        </span>
        <EmailCopy email={value} validity={validity} />
      </div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-muted text-xs">
        <ValidityBadge validity={validity} />
        {type && <span>{TYPES[type] ?? type}</span>}
        {validatedAt && (
          <span>
            checked <RelativeTime value={validatedAt} />
            {provider && <> by {provider}</>}
          </span>
        )}
        <SourceTip label={value} source={undefined} field={`email:${value}`} />
      </div>
      {problem && <p className="mt-1.5 break-words text-ink-muted text-xs">{problem}</p>}
    </li>
  );
}
