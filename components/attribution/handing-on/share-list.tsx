import { Badge } from "#components/ui/badge.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { RemoveButton } from "./remove-button.tsx";

export type ShareListProps = {
  shares: readonly {
    id: string;
    name: string;
    /** Which report, of which dates. */
    words: string;
    href: string;
    expiresAt: Date;
    isExpired: boolean;
    author: string | null;
  }[];
  revoke: (id: string) => Promise<string | undefined>;
};

/** Public links with when they end. */
export function ShareList({ shares, revoke }: ShareListProps) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {shares.map(({ id, name, words, href, expiresAt, isExpired, author }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm">
          <div className="flex min-w-48 flex-1 flex-col gap-1">
            <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <Link
                href={href}
                className="hit-area wrap-anywhere rounded-sm font-medium text-ink hover:underline"
              >
                {name}
              </Link>
              {isExpired && <Badge>Expired</Badge>}
            </div>
            <span className="wrap-anywhere text-ink-muted text-xs">
              {words}
              {author && ` · by ${author}`} · {isExpired ? "expired" : "expires"}{" "}
              <RelativeTime value={expiresAt} />
            </span>
          </div>
          <RemoveButton
            id={id}
            verb={isExpired ? "Remove" : "Revoke"}
            name={name}
            text={
              isExpired
                ? "It shows nothing any more already."
                : "Whoever opens it from now on sees nothing. It can’t be brought back."
            }
            remove={revoke}
          />
        </li>
      ))}
    </ul>
  );
}
