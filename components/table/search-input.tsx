"use client";

import { Search, X } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { cn } from "#components/ui/cn.ts";
import { CONTROL_CLASS } from "#components/ui/control-class.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { searchHref } from "./search-href.ts";
import { useTableGo, useTablePending } from "./table-pending.tsx";
import { useShortcut } from "./use-shortcut.ts";

export type SearchInputProps = {
  /** What is searched: "Search visitors". The name of the field and its placeholder. */
  label: string;
  /** The parameter of the URL. */
  param?: string;
  /** Milliseconds of rest before it searches. */
  delay?: number;
  className?: string;
};

export function SearchInput({ label, param = "q", delay = 250, className }: SearchInputProps) {
  const path = usePathname();
  const query = useSearchParams();
  const go = useTableGo();
  const pending = useTablePending();
  const inUrl = query.get(param) ?? "";
  const [text, setText] = useState(inUrl);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(inUrl);
  const field = useRef<HTMLElement>(null);
  useShortcut("/", () => field.current?.querySelector("input")?.focus());

  // Back, forward and "clear all" change the URL without the field.
  useEffect(() => {
    if (inUrl === sent.current) return;
    sent.current = inUrl;
    setText(inUrl);
  }, [inUrl]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const search = (next: string, wait: number) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sent.current = next.trim();
      go(searchHref(path, query.toString(), { [param]: next.trim() }));
    }, wait);
  };
  return (
    <search ref={field} className={cn("relative block w-full sm:w-64", className)}>
      <span className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.5 flex text-ink-faint">
        {pending && sent.current === text.trim() && text ? (
          <Spinner />
        ) : (
          <Search aria-hidden="true" className="size-4" />
        )}
      </span>
      <input
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        value={text}
        onChange={(event) => search(event.currentTarget.value, delay)}
        onKeyDown={(event) => event.key === "Enter" && search(text, 0)}
        className={cn(CONTROL_CLASS, "h-8 pr-8 pl-8 [&::-webkit-search-cancel-button]:hidden")}
      />
      {!text && (
        <Kbd className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-1.5 max-sm:hidden">
          /
        </Kbd>
      )}
      {text && (
        <button
          type="button"
          aria-label="Clear the search"
          onClick={() => search("", 0)}
          className="-translate-y-1/2 absolute top-1/2 right-1 flex size-6 items-center justify-center rounded-sm text-ink-faint hover:bg-hover hover:text-ink"
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
    </search>
  );
}
