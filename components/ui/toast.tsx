"use client";

import { lazy, type ReactNode, Suspense, useCallback, useSyncExternalStore } from "react";

const ToastList = lazy(() =>
  import("./toast-list.tsx").then((module) => ({ default: module.ToastList })),
);

export type ToastTone = "positive" | "danger" | "info";
export type ToastMessage = {
  title: string;
  description?: ReactNode;
  tone?: ToastTone;
  /** One thing to do about it, such as Undo. */
  action?: { label: string; onClick: () => void };
};

const NONE: readonly ToastMessage[] = [];
const listeners = new Set<() => void>();
let waiting = NONE;
let isUsed = false;

/** `const toast = useToast(); toast({ title: "Saved", tone: "positive" })`. */
export function useToast(): (message: ToastMessage) => void {
  return useCallback((message) => {
    isUsed = true;
    change([...waiting, message]);
  }, []);
}

/** Beside the app, once (the root layout has it). Nothing is there before the first message. */
export function Toasts() {
  const messages = useSyncExternalStore(
    subscribe,
    () => waiting,
    () => NONE,
  );
  if (!isUsed) return null;
  return (
    <Suspense>
      <ToastList waiting={messages} onTaken={take} />
    </Suspense>
  );
}

function take(taken: readonly ToastMessage[]): void {
  change(waiting.filter((message) => !taken.includes(message)));
}

function change(next: readonly ToastMessage[]): void {
  waiting = next.length > 0 ? next : NONE;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
