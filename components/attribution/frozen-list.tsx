import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { RemoveFrozen } from "./remove-frozen.tsx";

export type FrozenListProps = {
  /** `words` say what each is of. */
  reports: readonly { id: string; name: string; createdAt: Date; words?: string }[];
  /** Where each is compared with now, up to its id. */
  basePath: string;
  /** Null for those who may not, and where they are only looked at. */
  remove: ((id: string) => Promise<string | undefined>) | null;
};

/** Reports that were frozen, each a link to its comparison with now. */
export function FrozenList({ reports, basePath, remove }: FrozenListProps) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {reports.map(({ id, name, createdAt, words }) => (
        <li key={id} className="flex items-center justify-between gap-4 px-4 py-2.5 text-sm">
          <div className="min-w-0">
            <Link
              href={`${basePath}/${encodeURIComponent(id)}`}
              className="hit-area wrap-anywhere rounded-sm font-medium text-ink hover:underline"
            >
              {name}
            </Link>
            {words && <p className="wrap-anywhere mt-0.5 text-ink-muted text-xs">{words}</p>}
          </div>
          <span className="flex shrink-0 items-center gap-3 text-ink-muted text-xs">
            <RelativeTime value={createdAt} />
            {remove && <RemoveFrozen id={id} name={name} remove={remove} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
