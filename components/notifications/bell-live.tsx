"use client";

import { useLive } from "#components/layout/use-live.ts";
import { setUnread } from "./unread-store.ts";

export type BellLiveProps = {
  /** Where the server tells what happens. */
  url: string;
  count: () => Promise<number>;
};

/** Keeps the bells right while a page is open. Once on a page, however many bells there are. */
export function BellLive({ url, count }: BellLiveProps) {
  useLive(url, (message) => {
    if (Object(message).kind === "notification") void count().then(setUnread);
  });
  return null;
}
