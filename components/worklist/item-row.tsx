import { Avatar } from "#components/ui/avatar.tsx";
import { Link } from "#components/ui/link.tsx";
import { countryName, formatNumber } from "#lib/format.ts";
import type { WorklistRow } from "#lib/worklist/list-worklist.ts";
import { CommitteeBadge } from "./committee-badge.tsx";
import { ItemActions } from "./item-actions.tsx";
import { ItemStand } from "./item-stand.tsx";
import { ItemWords } from "./item-words.tsx";
import type { Subject, Verb } from "./use-item-verbs.ts";
import { WaitBadge } from "./wait-badge.tsx";

type ItemRowProps = {
  row: WorklistRow;
  base: string;
  at: string;
  slaHours: number;
  act: (verb: Verb, subject: Subject) => void;
};

/** One account: who, why now, how urgent, whose, and what can be done. */
export function ItemRow({ row, base, at, slaHours, act }: ItemRowProps) {
  const href = `${base}/worklist/${row.id}`;
  return (
    <li
      data-item={row.id}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 px-4 py-3 transition-colors duration-75 has-[:focus-visible]:bg-hover hover:bg-hover xl:grid-cols-[17rem_minmax(0,1fr)_2rem_9rem_auto]"
    >
      <div className="flex min-w-0 items-center gap-2.5">
        <Avatar name={row.name} shape={row.kind === "company" ? "square" : "circle"} />
        <div className="min-w-0 leading-[1.125rem]">
          <Link
            href={href}
            data-item-link=""
            className="block truncate rounded-sm font-medium text-ink hover:underline"
          >
            {row.name ?? "Unnamed visitor"}
          </Link>
          <div className="truncate text-ink-muted text-xs leading-4">{detailOf(row)}</div>
        </div>
      </div>
      <div className="order-last col-span-2 flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-sm xl:order-none xl:col-span-1">
        <ItemWords row={row} href={href} />
        {row.committee && <CommitteeBadge committee={row.committee} href={`${href}#committee`} />}
      </div>
      <div
        title={`Score ${row.score} of 100`}
        className="hidden text-right font-medium text-ink xl:block"
      >
        <span className="sr-only">Score </span>
        {row.score}
      </div>
      <div className="order-last col-span-2 flex min-w-0 flex-wrap items-center gap-2 empty:hidden xl:order-none xl:col-span-1 xl:flex-col xl:items-end xl:gap-1">
        <span className="text-ink-muted text-xs xl:hidden">Score {row.score}</span>
        <WaitBadge unhandledAt={row.activity?.unhandledAt ?? null} at={at} slaHours={slaHours} />
        <ItemStand row={row} />
      </div>
      <ItemActions row={row} act={act} />
    </li>
  );
}

function detailOf(row: WorklistRow): string {
  const size = row.employeeCount === null ? null : `${formatNumber(row.employeeCount)} people`;
  const country = row.countryCode ? countryName(row.countryCode) : row.country;
  return [row.industry ?? row.detail, size, country].filter(Boolean).join(" · ");
}
