"use client";

import type { KeyboardEvent, PointerEvent } from "react";
import { clampWidth, MAX_WIDTH, MIN_WIDTH, type TableLayout } from "./table-layout.ts";

type ResizeHandleProps = {
  column: { id: string; header: string; px: number | null };
  layout: TableLayout;
  onLayoutChange: (layout: TableLayout) => void;
};

const STEP = 16;

/** The right edge of a head: pulled, or moved with the arrow keys; a double click gives all widths back. */
export function ResizeHandle({ column, layout, onLayoutChange }: ResizeHandleProps) {
  const begin = (event: PointerEvent<HTMLElement>) => {
    const head = event.currentTarget.closest("th");
    if (event.button !== 0 || !head) return;
    event.preventDefault();
    const handle = event.currentTarget;
    const widths = measure(head);
    const from = { x: event.clientX, width: head.offsetWidth };
    handle.setPointerCapture(event.pointerId);
    let width = from.width;
    const move = (moved: globalThis.PointerEvent) => {
      width = clampWidth(from.width + moved.clientX - from.x);
      // Without React: fifty rows need not be drawn again for every pixel.
      for (const [id, px] of Object.entries({ ...widths, [column.id]: width }))
        setWidth(head, id, px);
    };
    const end = () => {
      handle.removeEventListener("pointermove", move);
      if (width !== from.width) {
        onLayoutChange({ ...layout, widths: { ...widths, [column.id]: width } });
      }
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", end, { once: true });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const head = event.currentTarget.closest("th");
    const by = event.key === "ArrowRight" ? STEP : event.key === "ArrowLeft" ? -STEP : 0;
    if (by === 0 || !head) return;
    event.preventDefault();
    const widths = measure(head);
    const width = clampWidth(head.offsetWidth + by);
    onLayoutChange({ ...layout, widths: { ...widths, [column.id]: width } });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule is no splitter that can be moved
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${column.header}`}
      aria-valuemin={MIN_WIDTH}
      aria-valuemax={MAX_WIDTH}
      aria-valuenow={column.px ?? MIN_WIDTH}
      tabIndex={0}
      onPointerDown={begin}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onLayoutChange({ ...layout, widths: {} })}
      className="absolute inset-y-0 right-0 w-2 cursor-col-resize touch-none after:absolute after:inset-y-2 after:right-0 after:w-px after:bg-line-strong after:opacity-0 after:transition-opacity hover:after:opacity-100 focus-visible:outline-offset-[-2px] focus-visible:after:opacity-100 active:after:inset-y-0 active:after:bg-accent active:after:opacity-100 max-md:hidden"
    />
  );
}

/** What the columns measure now: from here on they have these very widths. */
function measure(head: HTMLElement): Record<string, number> {
  const heads = head.parentElement?.querySelectorAll<HTMLElement>("th[data-column]") ?? [];
  return Object.fromEntries(
    [...heads].map((one) => [one.dataset.column ?? "", clampWidth(one.offsetWidth)]),
  );
}

function setWidth(head: HTMLElement, id: string, px: number): void {
  const one = head.parentElement?.querySelector<HTMLElement>(`th[data-column="${id}"]`);
  one?.style.setProperty("--cell-width", `${px}px`);
}
