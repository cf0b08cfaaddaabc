"use client";

import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactNode } from "react";
import { ToastProvider } from "./toast.tsx";

/** What the parts of ui/ need around them; the root layout has it. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <Tooltip.Provider>
      <ToastProvider>{children}</ToastProvider>
    </Tooltip.Provider>
  );
}
