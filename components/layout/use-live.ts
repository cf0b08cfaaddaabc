"use client";

import { useEffect, useEffectEvent } from "react";

const AGAIN_MS = 5_000;

/**
 * Calls `onMessage` with what the server tells at `url` (server-sent events, JSON) while the page is
 * visible: a browser opens few connections to one host, and tabs in the background would use them up.
 * What was missed meanwhile is not made up for.
 */
export function useLive(url: string, onMessage: (message: unknown) => void): void {
  const hear = useEffectEvent(onMessage);
  useEffect(() => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const close = () => {
      clearTimeout(timer);
      source?.close();
      source = null;
    };
    const open = () => {
      close();
      if (document.visibilityState === "hidden") return;
      const next = new EventSource(url);
      source = next;
      next.onmessage = (event) => hear(JSON.parse(event.data));
      // After an answer that is no stream (the server is starting) the browser does not try again itself.
      next.onerror = () => {
        if (next.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN_MS);
      };
    };
    open();
    document.addEventListener("visibilitychange", open);
    return () => {
      document.removeEventListener("visibilitychange", open);
      close();
    };
  }, [url]);
}
