import Link from "next/link";
import { formatNumber } from "#lib/format.ts";
import type { CountedTag } from "#lib/leads/tags/tags.ts";
import type { TagActions } from "./tag-actions.ts";
import { TagChip } from "./tag-chip.tsx";
import { TagRowMenu } from "./tag-row-menu.tsx";

const COUNT_CAP = 10_000;

export type TagsTableProps = {
  tags: readonly CountedTag[];
  /** The path of the list of visitors. */
  visitorsPath: string;
  actions: TagActions;
};

/** Every tag, how many visitors carry it, and what can be done with it. */
export function TagsTable({ tags, visitorsPath, actions }: TagsTableProps) {
  return (
    <table className="w-full table-fixed text-left text-sm">
      <thead>
        <tr className="border-line border-y text-ink-muted text-xs">
          <th scope="col" className="px-4 py-2 font-medium">
            Tag
          </th>
          <th scope="col" className="w-28 px-2 py-2 text-right font-medium">
            Visitors
          </th>
          <th scope="col" className="w-14 px-2 py-2">
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tags.map((tag) => (
          <tr key={tag.id} className="border-line border-b last:border-b-0">
            <th scope="row" className="px-4 py-2 font-normal">
              <TagChip tag={tag} />
            </th>
            <td className="px-2 py-2 text-right">
              <Link
                href={`${visitorsPath}?tag=${encodeURIComponent(tag.id)}`}
                className="rounded-sm hover:underline"
              >
                {formatNumber(tag.visitors)}
                {tag.visitors >= COUNT_CAP && "+"}
              </Link>
            </td>
            <td className="px-2 py-2 text-right">
              <TagRowMenu tag={tag} actions={actions} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
