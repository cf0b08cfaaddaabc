"use client";

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from "react";
import { PLAIN_LAYOUT, type TableLayout } from "./table-layout.ts";

type Value = {
  layout: TableLayout;
  change: (layout: TableLayout) => void;
  /** The list as it comes. */
  plain: TableLayout;
};

const Context = createContext<Value>({
  layout: PLAIN_LAYOUT,
  change: () => {},
  plain: PLAIN_LAYOUT,
});

type TableLayoutProviderProps = {
  /** Names the list: a choice made in this tab outlives a way back to a page that was read before it. */
  list: string;
  /** What the reader chose before; null for one who never did. */
  initial: TableLayout | null;
  plain: TableLayout;
  save: (layout: TableLayout) => Promise<unknown>;
  children: ReactNode;
};

// Written by what the reader does, so never on the server.
const chosen = new Map<string, TableLayout>();

/** Around the controls and the table of a list. The server sent the page in the same layout. */
export function TableLayoutProvider(props: TableLayoutProviderProps) {
  const { list, initial, plain, save, children } = props;
  const [layout, setLayout] = useState(() => chosen.get(list) ?? initial ?? plain);
  const send = useSaving(save);
  const value = useMemo(
    () => ({
      layout,
      plain,
      change: (next: TableLayout) => {
        chosen.set(list, next);
        setLayout(next);
        send(next);
      },
    }),
    [layout, list, plain, send],
  );
  return <Context value={value}>{children}</Context>;
}

/** How the reader likes this list, and the way to change it. */
export function useTableLayout(): Value {
  return useContext(Context);
}

/** Saves one at a time, and of those that wait the last: ten steps of a width need not be ten requests. */
function useSaving(save: (layout: TableLayout) => Promise<unknown>) {
  const state = useRef<{ isBusy: boolean; next: TableLayout | null }>({
    isBusy: false,
    next: null,
  });
  return useCallback(
    (layout: TableLayout) => {
      const run = async (current: TableLayout) => {
        state.current = { isBusy: true, next: null };
        // Not saved, it still holds in this tab; the next change is another try.
        await save(current).catch(() => {});
        const { next } = state.current;
        state.current = { isBusy: false, next: null };
        if (next) await run(next);
      };
      if (state.current.isBusy) state.current.next = layout;
      else void run(layout);
    },
    [save],
  );
}
