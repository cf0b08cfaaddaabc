"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useMemo, useTransition } from "react";
import { cn } from "#components/ui/cn.ts";

type Value = { pending: boolean; go: (href: string, meanwhile?: () => void) => void };

const Context = createContext<Value>({ pending: false, go: () => undefined });

/** Around the controls and the report: the old numbers stay, dimmed, while the new ones load. */
export function ReportPending({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const value = useMemo<Value>(
    () => ({
      pending,
      go: (href, meanwhile) =>
        start(() => {
          meanwhile?.();
          router.push(href, { scroll: false });
        }),
    }),
    [pending, router],
  );
  return <Context value={value}>{children}</Context>;
}

/** Goes to another view of the report; `meanwhile` sets optimistic state until it is there. */
export function useReportGo(): Value["go"] {
  return useContext(Context).go;
}

export function ReportArea({ children }: { children: ReactNode }) {
  const { pending } = useContext(Context);
  return (
    <div
      aria-busy={pending}
      className={cn(
        "flex min-w-0 flex-col gap-4 transition-opacity duration-150",
        pending && "opacity-60",
      )}
    >
      {children}
    </div>
  );
}
