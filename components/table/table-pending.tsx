"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useMemo, useTransition } from "react";

type Value = { pending: boolean; go: (href: string) => void };

const Context = createContext<Value | null>(null);

/** Around the filters and the table of a page: the old rows stay, dimmed, while the new ones load. */
export function TablePending({ children }: { children: ReactNode }) {
  const value = useGo();
  return <Context value={value}>{children}</Context>;
}

/** True while a change of the filters is loading. */
export function useTablePending(): boolean {
  return useContext(Context)?.pending ?? false;
}

/** Goes to a filtered view of the same page without losing the rows on screen. */
export function useTableGo(): (href: string) => void {
  const own = useGo();
  return (useContext(Context) ?? own).go;
}

function useGo(): Value {
  const router = useRouter();
  const [pending, start] = useTransition();
  return useMemo(
    () => ({ pending, go: (href) => start(() => router.replace(href, { scroll: false })) }),
    [pending, router],
  );
}
