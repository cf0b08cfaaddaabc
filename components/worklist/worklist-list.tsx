"use client";

import { useEffect, useRef } from "react";
import { useTablePending } from "#components/table/table-pending.tsx";
import { cn } from "#components/ui/cn.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import type { WorklistRow } from "#lib/worklist/list-worklist.ts";
import { ItemDialogs } from "./item-dialogs.tsx";
import { ItemRow } from "./item-row.tsx";
import { focusItem, useItemKeys } from "./use-item-keys.ts";
import { useItemVerbs } from "./use-item-verbs.ts";
import type { WorklistActions } from "./worklist-actions.ts";

export type WorklistListProps = {
  rows: readonly WorklistRow[];
  /** The path of the workspace: `/acme`. */
  base: string;
  at: string;
  slaHours: number;
  actions: WorklistActions;
};

/** The items of a view. What is acted on leaves the view, and the focus goes to the one behind it. */
export function WorklistList({ rows, base, at, slaHours, actions }: WorklistListProps) {
  const list = useRef<HTMLUListElement>(null);
  const leaving = useRef<{ id: string; place: number } | null>(null);
  const pending = useTablePending();
  const verbs = useItemVerbs(actions, (id) => {
    leaving.current = { id, place: rows.findIndex((row) => row.id === id) };
  });
  useItemKeys(list, (verb, id) => {
    const row = rows.find((one) => one.id === id);
    if (row) verbs.act(verb, row);
  });
  // After every render: the fresh rows may come before or after the word that all went well.
  useEffect(() => {
    const gone = leaving.current;
    if (!gone || rows.some((row) => row.id === gone.id)) return;
    leaving.current = null;
    const items = list.current?.children ?? [];
    focusItem(items[Math.min(gone.place, items.length - 1)]);
  });
  return (
    <>
      <ul
        ref={list}
        aria-label="Accounts"
        aria-busy={pending}
        className={cn(
          "divide-y divide-line overflow-clip rounded-lg border border-line bg-surface transition-opacity duration-150",
          pending && "opacity-60",
        )}
      >
        {rows.map((row) => (
          <ItemRow key={row.id} row={row} base={base} at={at} slaHours={slaHours} act={verbs.act} />
        ))}
      </ul>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted text-xs max-md:hidden">
        <Hint keys={["j", "k"]} text="move" />
        <Hint keys={["c"]} text="claim" />
        <Hint keys={["s"]} text="snooze" />
        <Hint keys={["o"]} text="outcome" />
        <Hint keys={["n"]} text="note" />
      </p>
      <ItemDialogs verbs={verbs} actions={actions} />
    </>
  );
}

function Hint({ keys, text }: { keys: readonly string[]; text: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      {text}
    </span>
  );
}
