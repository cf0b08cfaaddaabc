"use client";

import { type ComponentProps, lazy, Suspense } from "react";
import type { ViewDialog as Loaded } from "./view-dialog.tsx";

const Lazy = lazy(() =>
  import("./view-dialog.tsx").then((module) => ({ default: module.ViewDialog })),
);

/** The dialog for a view, whose code comes when it is first opened. */
export function ViewDialog(props: ComponentProps<typeof Loaded>) {
  return (
    <Suspense>
      <Lazy {...props} />
    </Suspense>
  );
}
