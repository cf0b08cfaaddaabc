"use client";

import type { ComponentProps } from "react";
import { TableLayoutProvider } from "./table-layout-provider.tsx";
import { TablePending } from "./table-pending.tsx";

/** Around the controls and the table of a list: its layout, and its old rows while new ones load. */
export function ListFrame({ children, ...layout }: ComponentProps<typeof TableLayoutProvider>) {
  return (
    <TablePending>
      <TableLayoutProvider {...layout}>{children}</TableLayoutProvider>
    </TablePending>
  );
}
