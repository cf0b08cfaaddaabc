import Link from "next/link";
import { RelativeTime } from "#components/ui/relative-time.tsx";

export type FrozenListProps = {
  reports: readonly { id: string; name: string; createdAt: Date }[];
  /** Where each is compared with now, up to its id. */
  basePath: string;
};

/** Reports that were frozen, each a link to its comparison with now. */
export function FrozenList({ reports, basePath }: FrozenListProps) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {reports.map(({ id, name, createdAt }) => (
        <li key={id} className="flex items-center justify-between gap-4 px-4 py-2.5 text-sm">
          <Link
            href={`${basePath}/${encodeURIComponent(id)}`}
            prefetch={false}
            className="hit-area min-w-0 truncate rounded-sm font-medium text-ink hover:underline"
          >
            {name}
          </Link>
          <span className="shrink-0 text-ink-muted text-xs">
            <RelativeTime value={createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
