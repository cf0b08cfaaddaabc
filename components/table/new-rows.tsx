"use client";

import { ArrowUp } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useState, useTransition } from "react";
import { useLive } from "#components/layout/use-live.ts";
import { buttonClass } from "#components/ui/button-class.ts";
import { cn } from "#components/ui/cn.ts";
import { Spinner } from "#components/ui/spinner.tsx";
import { formatNumber } from "#lib/format.ts";
import { searchHref } from "./search-href.ts";

type NewRowsProps = {
  /** Where the server tells of changes. */
  url: string;
  /** Where a message names rows like these: `visitorIds`. One that has none there speaks of others. */
  field: string;
  /** False where what a message names may be of another part of the list: then nothing is counted. */
  isCounted?: boolean;
  /** What a row is, in the plural: "visitors". */
  noun: string;
};

type Arrived = { view: string; ids: ReadonlySet<string>; isMore: boolean };

// Parameters that leave out no row: with any other, what arrived may not belong to this view.
const WIDE = new Set(["sort", "cursor", "before", "limit", "view"]);

/**
 * Says beside the list's title that rows arrived. It stands where nothing gives way for it, and the
 * rows stay as they are until it is pressed: then the list starts again at its first page.
 */
export function NewRows({ url, field, isCounted = true, noun }: NewRowsProps) {
  const router = useRouter();
  const path = usePathname();
  const query = useSearchParams();
  const [pending, start] = useTransition();
  const view = query.toString();
  const [arrived, setArrived] = useState<Arrived>(() => noneOf(view));
  // A change of the view reads the rows anew: what came before it is among them.
  const current = ofView(arrived, view);
  useLive(url, (message) => {
    const told = Object(message);
    const named: unknown = told[field];
    if (!Array.isArray(named) || named.length === 0) return;
    setArrived((before) => {
      const { ids, isMore } = ofView(before, view);
      return { view, ids: new Set([...ids, ...named]), isMore: isMore || told.isMore === true };
    });
  });
  const count = current.ids.size;
  const isNarrowed = !isCounted || [...query.keys()].some((key) => !WIDE.has(key));
  const words = isNarrowed
    ? "New activity"
    : `${formatNumber(count)}${current.isMore ? "+" : ""} new`;
  const show = () =>
    start(() => {
      setArrived(noneOf(view));
      const href = searchHref(path, query.toString(), {});
      if (query.has("cursor")) router.replace(href, { scroll: false });
      else router.refresh();
    });
  return (
    <span role="status" className="inline-flex">
      {(count > 0 || pending) && (
        <button
          type="button"
          onClick={show}
          disabled={pending}
          title={`Show the ${noun} with new activity`}
          className={cn(
            buttonClass("primary", "sm"),
            "h-6 gap-1 rounded-full px-2.5 tabular-nums [&_svg]:size-3",
          )}
        >
          {pending ? <Spinner /> : <ArrowUp aria-hidden="true" />}
          {pending ? "Loading" : words}
        </button>
      )}
    </span>
  );
}

function noneOf(view: string): Arrived {
  return { view, ids: new Set(), isMore: false };
}

function ofView(arrived: Arrived, view: string): Arrived {
  return arrived.view === view ? arrived : noneOf(view);
}
