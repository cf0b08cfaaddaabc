import type { ReactNode } from "react";
import { Toasts } from "./toast.tsx";

/** What the parts of ui/ need around them; the root layout has it. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <Toasts />
    </>
  );
}
