"use client";

import { useEffect, useState } from "react";
import type { FoundItems, PlaceItem } from "./palette-item.ts";

/** Milliseconds of rest before it searches. */
const REST = 150;
const AWAY: FoundItems = { items: [], problem: "The search did not answer. Try again." };

/**
 * What `find` answers for the text, a moment after typing rests. While an answer is awaited the last one
 * stays; an answer that comes after a later one was asked for is dropped.
 */
export function useFound(text: string, find: (q: string) => Promise<FoundItems>) {
  const q = text.trim();
  const [answer, setAnswer] = useState<FoundItems & { q: string }>({ q: "", items: [] });
  useEffect(() => {
    if (!q) return;
    let isStale = false;
    const timer = setTimeout(async () => {
      const found = await find(q).catch(() => AWAY);
      if (!isStale) setAnswer({ ...found, q });
    }, REST);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [q, find]);
  const items: PlaceItem[] = q ? answer.items : [];
  const isSearching = q !== "" && answer.q !== q;
  return { items, isSearching, problem: isSearching ? undefined : answer.problem };
}
