import { CARD_ROW, CardTable } from "#components/ui/card-table.tsx";
import { Link } from "#components/ui/link.tsx";
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
    <CardTable heads={[{ label: "Tag" }, { label: "Visitors", className: "w-28 text-right" }]}>
      {tags.map((tag) => (
        <tr key={tag.id} className={CARD_ROW}>
          <th scope="row" className="px-4 py-2 font-normal">
            <TagChip tag={tag} className="max-w-full" />
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
    </CardTable>
  );
}
