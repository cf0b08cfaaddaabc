"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useEffect } from "react";
import { IconButton } from "./icon-button.tsx";
import type { ToastMessage, ToastTone } from "./toast.tsx";

const ICONS = {
  positive: <CircleCheck aria-hidden="true" className="size-4 text-positive-text" />,
  danger: <CircleAlert aria-hidden="true" className="size-4 text-danger-text" />,
  info: <Info aria-hidden="true" className="size-4 text-ink-muted" />,
} as const;

type ToastListProps = {
  waiting: readonly ToastMessage[];
  /** These are shown now. */
  onTaken: (messages: readonly ToastMessage[]) => void;
};

/** The corner where messages come up; loaded with the first one. */
export function ToastList(props: ToastListProps) {
  return (
    <Base.Provider timeout={6000} limit={3}>
      <Taker {...props} />
      <Base.Portal>
        <Base.Viewport className="fixed inset-x-4 bottom-4 z-50 sm:left-auto sm:w-88">
          <List />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function Taker({ waiting, onTaken }: ToastListProps) {
  const { add } = Base.useToastManager();
  useEffect(() => {
    if (waiting.length === 0) return;
    for (const { title, description, tone = "positive", action } of waiting) {
      add({
        title,
        description,
        type: tone,
        priority: tone === "danger" ? "high" : "low",
        actionProps: action && { children: action.label, onClick: action.onClick },
      });
    }
    onTaken(waiting);
  }, [waiting, onTaken, add]);
  return null;
}

function List() {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      swipeDirection={["right", "down"]}
      className="absolute right-0 bottom-0 z-[calc(50-var(--toast-index))] w-full translate-x-(--toast-swipe-movement-x) translate-y-[calc(var(--toast-swipe-movement-y)+var(--toast-offset-y)*-1-var(--toast-index)*0.5rem)] rounded-lg border border-line bg-raised shadow-popup transition-[opacity,translate] duration-200 data-ending-style:translate-y-4 data-starting-style:translate-y-4 data-ending-style:opacity-0 data-limited:opacity-0 data-starting-style:opacity-0"
    >
      <Base.Content className="flex items-start gap-2.5 p-3">
        <span className="flex h-5 items-center">{ICONS[toneOf(toast.type)]}</span>
        <div className="min-w-0 flex-1 text-sm">
          <Base.Title className="font-medium text-ink" />
          <Base.Description className="text-ink-muted" />
          <Base.Action className="mt-1 h-6 font-medium text-accent-text hover:underline" />
        </div>
        <Base.Close
          render={
            <IconButton label="Dismiss" icon={<X />} size="sm" tooltip={false} className="-m-1" />
          }
        />
      </Base.Content>
    </Base.Root>
  ));
}

function toneOf(type: string | undefined): ToastTone {
  return type === "positive" || type === "danger" ? type : "info";
}
